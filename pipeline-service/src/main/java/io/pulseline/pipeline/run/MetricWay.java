package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.target.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The way of a metric: it stays as it came, boosters add beside it, and none waits. */
@ApplicationScoped
class MetricWay {
    private final Records records;
    private final Transactions transactions;
    private final Clock clock;

    MetricWay(Records records, Transactions transactions, Clock clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where it leads; blocks. */
    RunResult taken(Material material) {
        JsonNode json = material.record().json();
        BoostedSteps boosted =
                material.record().deleted() ? BoostedSteps.NONE : boosted(material, json);
        Findings findings = Findings.of(boosted);
        return switch (boosted.end()) {
            case Boosted.End.Halted halted -> material.halted(findings, halted.reason());
            case Boosted.End.Failed failed -> material.failed(findings, failed.reason());
            case Boosted.End.Waiting _ -> throw new IllegalStateException("a metric waits");
            case null -> material.goes(findings, result(material, json, boosted), List.of());
        };
    }

    private BoostedSteps boosted(Material material, JsonNode json) {
        ClaimedRun run = material.claimed();
        MetricMemory memory = new MetricMemory(records, transactions, run.user(), run.recordId());
        return new MetricBoostRun(
                        material.pipeline().boosters(),
                        memory,
                        clock.instant(),
                        material.allowance())
                .through(MetricMemory.metric(material.record().recordType(), run.recordId(), json));
    }

    private Result result(Material material, JsonNode json, BoostedSteps boosted) {
        ClaimedRun run = material.claimed();
        // A record that was read again unchanged has a higher revision than its run.
        ((ObjectNode) json).put("revision", run.revision());
        BoostedMetric result = new BoostedMetric();
        result.setRecordId(run.recordId().toString());
        result.setRecordType(material.record().recordType());
        result.setRevision(run.revision());
        result.setUser(run.user().toString());
        result.setPipelineId(run.pipelineId().toString());
        result.setPipelineName(material.pipeline().name());
        result.setRunId(run.id().toString());
        result.setBoostedEpochMillis(clock.instant().toEpochMilli());
        set(result, json);
        result.setBoosts(boosted.steps().stream().map(BoostStep::boost).toList());
        return new Result.OfMetric(result);
    }

    private static void set(BoostedMetric result, JsonNode json) {
        switch (result.getRecordType()) {
            case RecordType.HEART_RATE ->
                    result.setHeartRate(RecordJson.read(json, HeartRateSeries.class));
            case RecordType.HEART_RATE_VARIABILITY ->
                    result.setHeartRateVariability(
                            RecordJson.read(json, HeartRateVariability.class));
            case RecordType.STEPS -> result.setSteps(RecordJson.read(json, Steps.class));
            case RecordType.RESPIRATORY_RATE ->
                    result.setRespiratoryRate(RecordJson.read(json, RespiratoryRate.class));
            case RecordType.OXYGEN_SATURATION ->
                    result.setOxygenSaturation(RecordJson.read(json, OxygenSaturation.class));
            case RecordType.SLEEP -> result.setSleep(RecordJson.read(json, Sleep.class));
            case RecordType.DAILY_SUMMARY ->
                    result.setDailySummary(RecordJson.read(json, DailySummary.class));
            default -> throw new IllegalStateException("no metric: " + result.getRecordType());
        }
    }
}
