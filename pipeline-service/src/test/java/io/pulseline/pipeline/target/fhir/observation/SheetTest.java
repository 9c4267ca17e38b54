package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.pipeline.Boost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What all Observations have in common. */
class SheetTest {
    @Test
    void theIdentifierIsTheSameInEveryRevision() {
        RespiratoryRate later = HealthRecords.respiration();
        later.setRevision(HealthRecords.revision() + 1024);
        later.setBreathsPerMinute(15.1);

        assertThat(identifiers(Made.only(later)))
                .isEqualTo(identifiers(Made.only(HealthRecords.respiration())))
                .hasSize(2)
                .last()
                .isEqualTo("https://pulseline.io/fhir/record/id|" + HealthRecords.RECORD);
    }

    @Test
    void itBelongsToThePatientAndSaysThatItIsTheirs() {
        Observation breaths = Made.only(HealthRecords.respiration());

        assertThat(breaths.getSubject().getReference()).isEqualTo("Patient/123");
        assertThat(breaths.getPerformer())
                .extracting(Reference::getReference)
                .containsExactly("Patient/123");
        assertThat(breaths.getMeta().getTagFirstRep().getCode()).isEqualTo("patient-supplied");
        assertThat(breaths.getIssued().toInstant()).isEqualTo(HealthRecords.CAPTURED);
        assertThat(breaths.getStatus().toCode()).isEqualTo("final");
    }

    @Test
    void itSaysWhichCloudItComesFrom() {
        RespiratoryRate google = HealthRecords.respiration();
        google.getProvenance().setProvider("GOOGLE_HEALTH");

        assertThat(authors(Made.only(HealthRecords.respiration()))).containsExactly("Fitbit");
        assertThat(authors(Made.only(google))).containsExactly("Google Health API");
    }

    @Test
    void whatCameAsAFileComesFromNoCloud() {
        RespiratoryRate file = HealthRecords.respiration();
        file.getProvenance().setProvider("FILE");
        file.getProvenance().setDeviceName(null);

        assertThat(Made.only(file).getContained()).isEmpty();
    }

    @Test
    void noDeviceMeasuredWhatSomebodyTypedIn() {
        RespiratoryRate typed = HealthRecords.respiration();
        typed.getProvenance().setRecordingMethod("MANUAL");

        assertThat(Made.only(typed).hasDevice()).isFalse();
        assertThat(Made.only(HealthRecords.respiration()).getDevice().getReference())
                .isEqualTo("#device");
    }

    @Test
    void theContainedOnesSurviveTheWayIntoJson() {
        String json =
                Validation.R4
                        .newJsonParser()
                        .encodeResourceToString(Made.only(HealthRecords.respiration()));

        assertThat(json)
                .contains("\"deviceName\":[{\"name\":\"Charge 6\"")
                .contains("\"resourceType\":\"Provenance\"")
                .contains("\"target\":[{\"reference\":\"#\"}]")
                .contains("\"issued\":\"2026-09-02T06:00:00");
    }

    @Test
    void anOffsetThatFhirCannotWriteIsToldInUtc() {
        long noon = Instant.parse("1890-01-01T12:00:00Z").toEpochMilli();

        assertThat(Times.at(noon, 1172).getValueAsString()).isEqualTo("1890-01-01T12:00:00Z");
        assertThat(Times.at(noon, 15 * 3600).getValueAsString()).isEqualTo("1890-01-01T12:00:00Z");
        assertThat(Times.at(noon, -12600).getValueAsString())
                .isEqualTo("1890-01-01T08:30:00-03:30");
    }

    @Test
    void whatIsNoHealthRecordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Made.of(new Boost("b", "ADDED", null, null, Map.of(), Map.of())));
    }

    private static List<String> identifiers(Observation observation) {
        return observation.getIdentifier().stream()
                .map((Identifier one) -> one.getSystem() + "|" + one.getValue())
                .toList();
    }

    private static List<String> authors(Observation observation) {
        return observation.getContained().stream()
                .filter(Provenance.class::isInstance)
                .map(one -> ((Provenance) one).getAgentFirstRep().getWho().getDisplay())
                .toList();
    }
}
