package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class ActivityObservationsTest {
    private final List<Observation> run = Made.of(HealthRecords.run());

    @Test
    void aWorkoutHasItsMembers() {
        assertThat(quantity("55411-3")).isEqualTo("30.25 min");
        assertThat(quantity("55425-3")).isEqualTo("148 /min");
        assertThat(quantity("55426-1")).isEqualTo("171 /min");
        assertThat(quantity("55424-6")).isEqualTo("412 kcal");
        assertThat(quantity("55423-8")).isEqualTo("4870 {steps}");
        assertThat(quantity("distance")).isEqualTo("5123.4 m");
    }

    @Test
    void itsTypeIsAnAnswerOfLoincWhereOneIsConfirmed() {
        CodeableConcept type = (CodeableConcept) Made.coded("73985-4", run).getValue();
        assertThat(Made.codes(type)).containsExactly("LA11836-6");

        Activity other = HealthRecords.run();
        other.setActivityType("STRENGTH_TRAINING");
        CodeableConcept word = (CodeableConcept) Made.coded("73985-4", Made.of(other)).getValue();
        assertThat(word.getCoding()).isEmpty();
        assertThat(word.getText()).isEqualTo("strength training");
    }

    @Test
    void thePanelComesLastAndNamesThemAll() {
        Observation panel = run.getLast();

        assertThat(Made.codes(panel.getCode())).containsExactly("PAPanel");
        assertThat(panel.hasValue()).isFalse();
        assertThat(panel.getHasMember())
                .extracting(Reference::getReference)
                .containsExactlyElementsOf(
                        run.subList(0, run.size() - 1).stream()
                                .map(one -> "urn:uuid:" + one.getIdentifierFirstRep().getValue())
                                .toList());
        assertThat(run)
                .extracting(Made::time)
                .containsOnly("2026-09-01T18:00:00+02:00 to 2026-09-01T18:32:00+02:00");
        assertThat(run)
                .allSatisfy(one ->
                        assertThat(Made.categories(one))
                                .containsExactly("activity", "PhysicalActivity"));
    }

    @Test
    void titleAndTextsStayWithUs() {
        assertThat(run)
                .allSatisfy(one ->
                        assertThat(Validation.R4.newJsonParser().encodeResourceToString(one))
                                .doesNotContain("lake", "Ben"));
    }

    @Test
    void whatTheSourceDoesNotTellIsNoMember() {
        Activity bare = HealthRecords.run();
        bare.setHeartRate(null);
        bare.setAverageHeartRateBeatsPerMinute(null);
        bare.setEnergyKilocalories(null);
        bare.setSteps(null);
        bare.setDistanceMetres(null);
        bare.setActiveMilliseconds(null);

        List<Observation> made = Made.of(bare);
        assertThat(made).hasSize(3);
        assertThat(Made.value(Made.coded("55411-3", made).getValue())).isEqualTo("32 min");
    }

    @Test
    void aWorkoutWithoutATimeIsNone() {
        Activity timeless = HealthRecords.run();
        timeless.setStartEpochMillis(null);

        assertThat(Made.of(timeless)).isEmpty();
    }

    private String quantity(String code) {
        return Made.value(Made.coded(code, run).getValue());
    }
}
