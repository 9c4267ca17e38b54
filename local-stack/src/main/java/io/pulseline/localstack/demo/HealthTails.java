package io.pulseline.localstack.demo;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import java.util.List;

/** Readers of the topics on which a night and a day arrive. */
record HealthTails(
        OwnRecords<Sleep> sleep,
        OwnRecords<HeartRateVariability> variability,
        OwnRecords<OxygenSaturation> oxygen,
        OwnRecords<RespiratoryRate> breathing,
        OwnRecords<HeartRateSeries> heartRate,
        OwnRecords<Steps> steps,
        OwnRecords<DailySummary> summaries)
        implements AutoCloseable {
    private static final OwnRecords.Type<Sleep> SLEEP =
            new OwnRecords.Type<>(
                    Topics.HEALTH_SLEEP,
                    RecordType.SLEEP,
                    Sleep.class,
                    Sleep::getRecordId,
                    Sleep::getProvenance);
    private static final OwnRecords.Type<HeartRateVariability> VARIABILITY =
            new OwnRecords.Type<>(
                    Topics.HEALTH_HEART_RATE_VARIABILITY,
                    RecordType.HEART_RATE_VARIABILITY,
                    HeartRateVariability.class,
                    HeartRateVariability::getRecordId,
                    HeartRateVariability::getProvenance);
    private static final OwnRecords.Type<OxygenSaturation> OXYGEN =
            new OwnRecords.Type<>(
                    Topics.HEALTH_OXYGEN_SATURATION,
                    RecordType.OXYGEN_SATURATION,
                    OxygenSaturation.class,
                    OxygenSaturation::getRecordId,
                    OxygenSaturation::getProvenance);
    private static final OwnRecords.Type<RespiratoryRate> BREATHING =
            new OwnRecords.Type<>(
                    Topics.HEALTH_RESPIRATORY_RATE,
                    RecordType.RESPIRATORY_RATE,
                    RespiratoryRate.class,
                    RespiratoryRate::getRecordId,
                    RespiratoryRate::getProvenance);
    private static final OwnRecords.Type<HeartRateSeries> HEART_RATE =
            new OwnRecords.Type<>(
                    Topics.HEALTH_HEART_RATE,
                    RecordType.HEART_RATE,
                    HeartRateSeries.class,
                    HeartRateSeries::getRecordId,
                    HeartRateSeries::getProvenance);
    private static final OwnRecords.Type<Steps> STEPS =
            new OwnRecords.Type<>(
                    Topics.HEALTH_STEPS,
                    RecordType.STEPS,
                    Steps.class,
                    Steps::getRecordId,
                    Steps::getProvenance);
    private static final OwnRecords.Type<DailySummary> SUMMARIES =
            new OwnRecords.Type<>(
                    Topics.HEALTH_DAILY_SUMMARIES,
                    RecordType.DAILY_SUMMARY,
                    DailySummary.class,
                    DailySummary::getRecordId,
                    DailySummary::getProvenance);

    /** All of them, reading from now on. */
    static HealthTails open(DemoAddresses addresses) {
        return new HealthTails(
                new OwnRecords<>(addresses, SLEEP),
                new OwnRecords<>(addresses, VARIABILITY),
                new OwnRecords<>(addresses, OXYGEN),
                new OwnRecords<>(addresses, BREATHING),
                new OwnRecords<>(addresses, HEART_RATE),
                new OwnRecords<>(addresses, STEPS),
                new OwnRecords<>(addresses, SUMMARIES));
    }

    @Override
    public void close() {
        List.of(sleep, variability, oxygen, breathing, heartRate, steps, summaries)
                .forEach(OwnRecords::close);
    }
}
