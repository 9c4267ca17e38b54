package io.pulseline.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.localstack.client.StepFailedException;
import org.junit.jupiter.api.Test;

/** What a target has of a night, beside what it has of the same day. */
class NightCheckTest {
    private static final String DATE = "2026-12-03";
    private static final Provenance PROVENANCE =
            Provenance.newBuilder().setProvider("GOOGLE_HEALTH").build();

    private final NightCheck check =
            new NightCheck(
                    Sleep.newBuilder()
                            .setRecordId("night")
                            .setLocalDate(DATE)
                            .setAsleepMinutes(304)
                            .setProvenance(PROVENANCE)
                            .build(),
                    HeartRateVariability.newBuilder()
                            .setRecordId("variability")
                            .setLocalDate(DATE)
                            .setDailyRmssdMilliseconds(60.5)
                            .setProvenance(PROVENANCE)
                            .build(),
                    OxygenSaturation.newBuilder()
                            .setRecordId("oxygen")
                            .setLocalDate(DATE)
                            .setAveragePercent(97.2)
                            .setProvenance(PROVENANCE)
                            .build(),
                    RespiratoryRate.newBuilder()
                            .setRecordId("breathing")
                            .setLocalDate(DATE)
                            .setBreathsPerMinute(17.9)
                            .setProvenance(PROVENANCE)
                            .build());
    private final ArrayNode observations = new ObjectMapper().createArrayNode();

    private void stands(String recordId, String code, double value) {
        ObjectNode observation = observations.addObject();
        observation.putArray("identifier").addObject().put("value", recordId);
        observation.putObject("code").putArray("coding").addObject().put("code", code);
        observation.putObject("valueQuantity").put("value", value);
    }

    @Test
    void aNapOfTheDayIsNotTakenForTheNight() {
        // Given
        stands("nap", "93832-4", 34);
        stands("night", "93832-4", 304);
        standsTheRest();

        // When, then
        assertThat(check.fhir(observations)).endsWith("304 min asleep");
    }

    private void standsTheRest() {
        stands("variability", "hrv-rmssd", 60.5);
        stands("oxygen", "59408-5", 97.2);
        stands("breathing", "9279-1", 17.9);
    }

    @Test
    void aNapAloneIsNoNight() {
        // Given
        stands("nap", "93832-4", 304);
        standsTheRest();

        // When, then
        assertThatThrownBy(() -> check.fhir(observations))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("an Observation of record night with code 93832-4 did not arrive");
    }
}
