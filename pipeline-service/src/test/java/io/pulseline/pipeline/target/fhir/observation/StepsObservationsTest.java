package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Steps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

class StepsObservationsTest {
    @Test
    void theSumIsOfTheKnownMinutesAndSaysWhichTheyAre() {
        Observation hour = Made.only(HealthRecords.steps());

        assertThat(Made.value(hour.getValue())).isEqualTo("120 {steps}");
        assertThat(Made.codes(hour.getCode())).containsExactly("55423-8");
        assertThat(Made.time(hour))
                .isEqualTo("2026-09-01T10:05:00+02:00 to 2026-09-01T10:08:00+02:00");
    }

    @Test
    void withAnUnknownMinuteInBetweenNoSumIsRight() {
        Steps hour = HealthRecords.steps();
        List<Integer> minutes = new ArrayList<>(hour.getStepsPerMinute());
        minutes.set(6, null);
        hour.setStepsPerMinute(minutes);

        assertThat(Made.of(hour)).isEmpty();
    }

    @Test
    void anUnknownHourIsNone() {
        Steps hour = HealthRecords.steps();
        hour.setStepsPerMinute(new ArrayList<>(Collections.nCopies(60, null)));

        assertThat(Made.of(hour)).isEmpty();
    }
}
