package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Sleep;
import java.time.Instant;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

class SleepObservationTest {
    @Test
    void aNightIsItsTimeAsleepWithStagesBeside() {
        Observation night = Made.only(HealthRecords.sleep());

        assertThat(Made.codes(night.getCode())).containsExactly("93832-4");
        assertThat(Made.value(night.getValue())).isEqualTo("402 min");
        assertThat(Made.time(night))
                .isEqualTo("2026-09-01T22:30:00+02:00 to 2026-09-02T06:30:00+02:00");
        assertThat(Made.component(night, "93831-6")).isEqualTo("80 min");
        assertThat(Made.component(night, "93830-8")).isEqualTo("230 min");
        assertThat(Made.component(night, "93829-0")).isEqualTo("92 min");
        assertThat(Made.component(night, "sleep-awake")).isEqualTo("78 min");
        assertThat(Made.component(night, "sleep-latency")).isEqualTo("12 min");
        assertThat(Made.component(night, "sleep-efficiency")).isEqualTo("89.3 %");
        assertThat(night.getComponent().getLast().getValueBooleanType().booleanValue()).isTrue();
    }

    @Test
    void theNightOfTheClockChangeHasAnOffsetAtEachEnd() {
        Sleep sleep = HealthRecords.sleep();
        sleep.setStartEpochMillis(Instant.parse("2026-10-24T21:00:00Z").toEpochMilli());
        sleep.setEndEpochMillis(Instant.parse("2026-10-25T06:00:00Z").toEpochMilli());
        sleep.setEndOffsetSeconds(3600);

        assertThat(Made.time(Made.only(sleep)))
                .isEqualTo("2026-10-24T23:00:00+02:00 to 2026-10-25T07:00:00+01:00");
    }

    @Test
    void aClassicNightHasNoStages() {
        Sleep sleep = HealthRecords.sleep();
        sleep.setStageTotals(null);

        assertThat(Made.component(Made.only(sleep), "93831-6")).isEqualTo("none");
        assertThat(Made.value(Made.only(sleep).getValue())).isEqualTo("402 min");
    }

    @Test
    void aSleepOfWhichOnlyTheTimeIsKnownIsNone() {
        Sleep sleep = new Sleep();
        sleep.setRecordId(HealthRecords.RECORD.toString());
        sleep.setRevision(HealthRecords.revision());
        sleep.setProvenance(HealthRecords.fitbit());
        sleep.setStartEpochMillis(0L);
        sleep.setEndEpochMillis(60_000L);
        sleep.setMainSleep(true);

        assertThat(Made.of(sleep)).isEmpty();
    }

    @Test
    void aDeletedSleepIsNone() {
        Sleep sleep = HealthRecords.sleep();
        sleep.setDeleted(true);

        assertThat(Made.of(sleep)).isEmpty();
    }
}
