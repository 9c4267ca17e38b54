package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidResourcesTest {
    private static Validation validation;

    @BeforeAll
    static void readDefinitions() {
        validation = new Validation();
    }

    static Stream<SpecificRecord> records() {
        return Stream.of(
                HealthRecords.heartRate(),
                HealthRecords.variability(),
                HealthRecords.oxygen(),
                HealthRecords.respiration(),
                HealthRecords.steps(),
                HealthRecords.sleep(),
                HealthRecords.day(),
                HealthRecords.run());
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsMadeOfARecordIsValid(SpecificRecord record) {
        for (Style style : List.of(Styles.plain(), Styles.full())) {
            List<Observation> made = new RecordObservations(style).of(record);

            assertThat(made)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(validation.errors(one)).isEmpty());
        }
    }

    @Test
    void theValidatorFindsAWrongUnit() {
        Observation breaths =
                new RecordObservations(Styles.plain()).of(HealthRecords.respiration()).getFirst();
        ((Quantity) breaths.getValue()).setCode("/s");

        assertThat(validation.errors(breaths)).isNotEmpty();
    }

    @Test
    void aSeriesMayNotHaveTheCodeOfOneHeartRate() {
        Observation series =
                new RecordObservations(Styles.plain()).of(HealthRecords.heartRate()).getFirst();
        series.getCode().addCoding(Loinc.HEART_RATE.coding());

        assertThat(validation.errors(series)).isNotEmpty();
    }

    @Test
    void theCodeSystemHandedOutHasTheCodesThatWeUse() {
        assertThat(validation.errors(Validation.ours())).isEmpty();
        assertThat(Validation.ours().getUrl()).isEqualTo(Styles.SYSTEMS.localCodes());
        assertThat(Validation.ours().getConcept())
                .extracting(ConceptDefinitionComponent::getCode)
                .containsExactlyElementsOf(ours().map(Coding::getCode).toList());
        assertThat(Validation.ours().getConcept())
                .extracting(ConceptDefinitionComponent::getDisplay)
                .containsExactlyElementsOf(ours().map(Coding::getDisplay).toList());
    }

    private static Stream<Coding> ours() {
        return Stream.of(LocalCode.values()).map(code -> code.coding(Styles.SYSTEMS));
    }
}
