package io.pulseline.pipeline.intake;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.record.ReceivedRecord;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One topic of metrics and how it is read. */
record MetricTopic<T extends SpecificRecord>(String name, String recordType, AvroCodec<T> codec) {

    static List<MetricTopic<?>> all(String registryUrl) {
        return List.of(
                of(
                        registryUrl,
                        Topics.HEALTH_HEART_RATE,
                        RecordType.HEART_RATE,
                        HeartRateSeries.class),
                of(
                        registryUrl,
                        Topics.HEALTH_HEART_RATE_VARIABILITY,
                        RecordType.HEART_RATE_VARIABILITY,
                        HeartRateVariability.class),
                of(registryUrl, Topics.HEALTH_STEPS, RecordType.STEPS, Steps.class),
                of(
                        registryUrl,
                        Topics.HEALTH_RESPIRATORY_RATE,
                        RecordType.RESPIRATORY_RATE,
                        RespiratoryRate.class),
                of(
                        registryUrl,
                        Topics.HEALTH_OXYGEN_SATURATION,
                        RecordType.OXYGEN_SATURATION,
                        OxygenSaturation.class),
                of(registryUrl, Topics.HEALTH_SLEEP, RecordType.SLEEP, Sleep.class),
                of(
                        registryUrl,
                        Topics.HEALTH_DAILY_SUMMARIES,
                        RecordType.DAILY_SUMMARY,
                        DailySummary.class));
    }

    private static <T extends SpecificRecord> MetricTopic<T> of(
            String registryUrl, String name, String recordType, Class<T> type) {
        return new MetricTopic<>(name, recordType, new AvroCodec<>(registryUrl, name, type));
    }

    ReceivedRecord read(byte[] value) {
        return ReceivedRecord.ofMetric(recordType, codec.decode(value));
    }
}
