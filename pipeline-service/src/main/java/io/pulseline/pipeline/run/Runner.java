package io.pulseline.pipeline.run;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.pipeline.target.Targets;
import io.pulseline.pipeline.tier.Allowance;
import io.pulseline.pipeline.tier.Tiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes one claimed run through its pipeline: boosters, then entries in the delivery ledger. */
@ApplicationScoped
class Runner {
    private final Records records;
    private final Pipelines pipelines;
    private final DeliveryLedger ledger;
    private final Targets targets;
    private final ActivityWay activities;
    private final MetricWay metrics;
    private final Tiers tiers;
    private final RunDesk desk;
    private final SourceRequests requests;
    private final Transactions transactions;
    private final Clock clock;

    Runner(
            Records records,
            Pipelines pipelines,
            DeliveryLedger ledger,
            Targets targets,
            ActivityWay activities,
            MetricWay metrics,
            Tiers tiers,
            RunDesk desk,
            SourceRequests requests,
            Transactions transactions,
            Clock clock) {
        this.records = records;
        this.pipelines = pipelines;
        this.ledger = ledger;
        this.targets = targets;
        this.activities = activities;
        this.metrics = metrics;
        this.tiers = tiers;
        this.desk = desk;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Found(
            Optional<Pipeline> pipeline,
            Optional<StoredRecord> record,
            List<Delivery> deliveries,
            Allowance allowance) {
        Found within(Allowance other) {
            return new Found(pipeline, record, deliveries, other);
        }

        /**
         * True for an activity that is to count for its month. Whoever was told of one is told of
         * its corrections and its deletion, whatever the tier.
         */
        boolean isFirstHeardOf() {
            return pipeline.isPresent()
                    && deliveries.isEmpty()
                    && record.filter(found -> found.isActivity() && !found.deleted()).isPresent();
        }
    }

    /** Blocks until the result is stored; throws if it could not be. */
    void take(ClaimedRun claimed) {
        Found found =
                transactions.writeAndWait(() -> found(claimed).chain(all -> allowed(claimed, all)));
        RunResult result = result(claimed, found);
        Instant now = clock.instant();
        transactions.writeAndWait(() -> desk.finish(claimed, found.deliveries(), result, now));
        if (result instanceof RunResult.Waits waits && waits.findings().waypoint() != null) {
            requests.ask(claimed, waits.findings().waypoint(), now);
        }
    }

    /** Gives a run up that fails again and again by our mistake. */
    void giveUp(ClaimedRun claimed, String reason) {
        Instant now = clock.instant();
        RunResult over = new RunResult.Over(RunStatus.FAILED, reason);
        transactions.writeAndWait(() ->
                ledger.ofRuns(List.of(claimed.id()))
                        .chain(before -> desk.finish(claimed, before, over, now)));
    }

    private Uni<Found> found(ClaimedRun claimed) {
        return pipelines
                .ofUser(claimed.user(), claimed.pipelineId())
                .chain(pipeline ->
                        records.latest(claimed.user(), claimed.recordId())
                                .chain(record ->
                                        ledger.ofRuns(List.of(claimed.id()))
                                                .map(deliveries ->
                                                        new Found(
                                                                pipeline,
                                                                record,
                                                                deliveries,
                                                                Allowance.EVERYTHING))));
    }

    private Uni<Found> allowed(ClaimedRun claimed, Found found) {
        Uni<Allowance> allowance =
                found.isFirstHeardOf()
                        ? tiers.admit(claimed.user(), claimed.recordId(), clock.instant())
                        : tiers.of(claimed.user());
        return allowance.map(found::within);
    }

    private RunResult result(ClaimedRun claimed, Found found) {
        if (found.pipeline().isEmpty()) {
            return new RunResult.Over(RunStatus.CANCELLED, "the pipeline was deleted");
        }
        if (found.record().isEmpty()) {
            return new RunResult.Over(RunStatus.CANCELLED, "the record is no longer kept");
        }
        String blocked = found.allowance().blocked();
        if (blocked != null) {
            return new RunResult.Over(RunStatus.TIER_BLOCKED, blocked);
        }
        StoredRecord record = found.record().get();
        Material material =
                new Material(
                        claimed,
                        found.pipeline().get(),
                        record,
                        found.deliveries(),
                        targets,
                        found.allowance());
        return record.isActivity() ? activities.taken(material) : metrics.taken(material);
    }
}
