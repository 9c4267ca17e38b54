package io.pulseline.pipeline.booster.metric;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Metrics with one daily value. */
final class Daily {
    private Daily() {}

    static Metric rmssd(LocalDate date, @Nullable Double milliseconds) {
        return metric(
                RecordType.HEART_RATE_VARIABILITY,
                date,
                HeartRateVariability.newBuilder()
                        .setDailyRmssdMilliseconds(milliseconds)
                        .setDeepSleepRmssdMilliseconds(99.0)
                        .build());
    }

    static Metric breaths(LocalDate date, @Nullable Double perMinute) {
        return metric(
                RecordType.RESPIRATORY_RATE,
                date,
                RespiratoryRate.newBuilder().setBreathsPerMinute(perMinute).build());
    }

    static Metric oxygen(LocalDate date, @Nullable Double averagePercent) {
        return metric(
                RecordType.OXYGEN_SATURATION,
                date,
                OxygenSaturation.newBuilder()
                        .setAveragePercent(averagePercent)
                        .setMinimumPercent(80.0)
                        .build());
    }

    static Metric sleep(LocalDate date, @Nullable Boolean mainSleep, @Nullable Integer minutes) {
        return metric(
                RecordType.SLEEP,
                date,
                Sleep.newBuilder().setMainSleep(mainSleep).setAsleepMinutes(minutes).build());
    }

    static Metric night(LocalDate date, @Nullable Integer minutes) {
        return sleep(date, true, minutes);
    }

    static Metric resting(LocalDate date, @Nullable Double beatsPerMinute) {
        return summary(date, beatsPerMinute, null, null);
    }

    static Metric steps(LocalDate date, @Nullable Integer steps) {
        return summary(date, null, steps, null);
    }

    static Metric skin(LocalDate date, @Nullable Double celsius) {
        return summary(date, null, null, celsius);
    }

    static Metric summary(
            LocalDate date,
            @Nullable Double resting,
            @Nullable Integer steps,
            @Nullable Double skinCelsius) {
        return metric(
                RecordType.DAILY_SUMMARY,
                date,
                DailySummary.newBuilder()
                        .setRestingHeartRateBeatsPerMinute(resting)
                        .setSteps(steps)
                        .setSkinTemperatureDeviationCelsius(skinCelsius)
                        .build());
    }

    static Metric metric(String recordType, LocalDate date, SpecificRecord metric) {
        String key = recordType + date + metric;
        return new Metric(
                recordType,
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                date,
                RecordJson.tree(metric, Set.of()));
    }
}
