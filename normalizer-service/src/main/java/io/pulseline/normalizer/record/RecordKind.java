package io.pulseline.normalizer.record;

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
import org.apache.avro.specific.SpecificRecord;

/** The kinds of records that this service writes: their type, topic, class and reading rules. */
public enum RecordKind {
    ACTIVITY(RecordType.ACTIVITY, Topics.HEALTH_ACTIVITIES, Activity.class, 1),
    HEART_RATE(RecordType.HEART_RATE, Topics.HEALTH_HEART_RATE, HeartRateSeries.class, 1),
    HEART_RATE_VARIABILITY(
            RecordType.HEART_RATE_VARIABILITY,
            Topics.HEALTH_HEART_RATE_VARIABILITY,
            HeartRateVariability.class,
            1),
    STEPS(RecordType.STEPS, Topics.HEALTH_STEPS, Steps.class, 1),
    RESPIRATORY_RATE(
            RecordType.RESPIRATORY_RATE, Topics.HEALTH_RESPIRATORY_RATE, RespiratoryRate.class, 1),
    OXYGEN_SATURATION(
            RecordType.OXYGEN_SATURATION,
            Topics.HEALTH_OXYGEN_SATURATION,
            OxygenSaturation.class,
            1),
    SLEEP(RecordType.SLEEP, Topics.HEALTH_SLEEP, Sleep.class, 1),
    DAILY_SUMMARY(RecordType.DAILY_SUMMARY, Topics.HEALTH_DAILY_SUMMARIES, DailySummary.class, 1);

    private final String recordType;
    private final String topic;
    private final Class<? extends SpecificRecord> recordClass;
    private final int mappingVersion;

    RecordKind(
            String recordType,
            String topic,
            Class<? extends SpecificRecord> recordClass,
            int mappingVersion) {
        this.recordType = recordType;
        this.topic = topic;
        this.recordClass = recordClass;
        this.mappingVersion = mappingVersion;
    }

    /** The word for it in ids and event types, see {@code OpenSets.RecordType}. */
    public String recordType() {
        return recordType;
    }

    /** Where its records go. */
    public String topic() {
        return topic;
    }

    /** Generated class of its records. */
    public Class<? extends SpecificRecord> recordClass() {
        return recordClass;
    }

    /**
     * Version of the rules that make its records, 0 to 1023. Count it up when the same payload
     * gives other bytes than before: readers then take the newer reading of an old capture.
     */
    public int mappingVersion() {
        return mappingVersion;
    }
}
