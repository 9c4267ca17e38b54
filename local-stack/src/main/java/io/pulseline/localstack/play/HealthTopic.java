package io.pulseline.localstack.play;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of records.
 *
 * @param recordType one of {@code OpenSets.RecordType}
 * @param type generated class of its values
 */
record HealthTopic(String name, String recordType, Class<? extends SpecificRecord> type) {
    /** All of them. */
    static List<HealthTopic> all() {
        return List.of(
                new HealthTopic(Topics.HEALTH_ACTIVITIES, RecordType.ACTIVITY, Activity.class),
                new HealthTopic(
                        Topics.HEALTH_HEART_RATE, RecordType.HEART_RATE, HeartRateSeries.class),
                new HealthTopic(
                        Topics.HEALTH_HEART_RATE_VARIABILITY,
                        RecordType.HEART_RATE_VARIABILITY,
                        HeartRateVariability.class),
                new HealthTopic(Topics.HEALTH_STEPS, RecordType.STEPS, Steps.class),
                new HealthTopic(
                        Topics.HEALTH_RESPIRATORY_RATE,
                        RecordType.RESPIRATORY_RATE,
                        RespiratoryRate.class),
                new HealthTopic(
                        Topics.HEALTH_OXYGEN_SATURATION,
                        RecordType.OXYGEN_SATURATION,
                        OxygenSaturation.class),
                new HealthTopic(Topics.HEALTH_SLEEP, RecordType.SLEEP, Sleep.class),
                new HealthTopic(
                        Topics.HEALTH_DAILY_SUMMARIES,
                        RecordType.DAILY_SUMMARY,
                        DailySummary.class));
    }
}
