package io.pulseline.pipeline.run;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.pipeline.target.Targets;
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
        this.desk = desk;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Found(
            Optional<Pipeline> pipeline,
            Optional<StoredRecord> record,
            List<Delivery> deliveries) {}

    /** Blocks until the result is stored; throws if it could not be. */
    void take(ClaimedRun claimed) {
        Found found = transactions.writeAndWait(() -> found(claimed));
        RunResult result = result(claimed, found);
        Instant now = clock.instant();
        transactions.writeAndWait(() -> desk.finish(claimed, result, now));
        if (result instanceof RunResult.Waits waits && waits.findings().waypoint() != null) {
            requests.ask(claimed, waits.findings().waypoint(), now);
        }
    }

    /** Gives a run up that fails again and again by our mistake. */
    void giveUp(ClaimedRun claimed, String reason) {
        Instant now = clock.instant();
        transactions.writeAndWait(
                () -> desk.finish(claimed, new RunResult.Over(RunStatus.FAILED, reason), now));
    }

    private Uni<Found> found(ClaimedRun claimed) {
        return pipelines
                .ofUser(claimed.user(), claimed.pipelineId())
                .chain(pipeline ->
                        records.latest(claimed.user(), claimed.recordId())
                                .chain(record ->
                                        ledger.ofRuns(List.of(claimed.id()))
                                                .map(deliveries ->
                                                        new Found(pipeline, record, deliveries))));
    }

    private RunResult result(ClaimedRun claimed, Found found) {
        if (found.pipeline().isEmpty()) {
            return new RunResult.Over(RunStatus.CANCELLED, "the pipeline was deleted");
        }
        if (found.record().isEmpty()) {
            return new RunResult.Over(RunStatus.CANCELLED, "the record is no longer kept");
        }
        StoredRecord record = found.record().get();
        Material material =
                new Material(claimed, found.pipeline().get(), record, found.deliveries(), targets);
        return record.isActivity() ? activities.taken(material) : metrics.taken(material);
    }
}
