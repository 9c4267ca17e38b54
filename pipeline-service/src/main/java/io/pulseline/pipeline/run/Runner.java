package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredActivity;
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
    private final RunDesk desk;
    private final RunTable table;
    private final SourceRequests requests;
    private final Transactions transactions;
    private final Clock clock;

    Runner(
            Records records,
            Pipelines pipelines,
            DeliveryLedger ledger,
            Targets targets,
            RunDesk desk,
            RunTable table,
            SourceRequests requests,
            Transactions transactions,
            Clock clock) {
        this.records = records;
        this.pipelines = pipelines;
        this.ledger = ledger;
        this.targets = targets;
        this.desk = desk;
        this.table = table;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Material(
            Optional<Pipeline> pipeline,
            Optional<StoredActivity> record,
            List<Delivery> deliveries) {}

    /** Blocks until the result is stored; throws if it could not be. */
    void take(ClaimedRun claimed) {
        Material material = transactions.writeAndWait(() -> material(claimed));
        RunResult result = result(claimed, material);
        Instant now = clock.instant();
        transactions.writeAndWait(() -> desk.finish(claimed, result, now));
        if (result instanceof RunResult.Waits waits) {
            requests.ask(claimed, waits.boosted(), now);
        }
    }

    /** Gives a run up that fails again and again by our mistake. */
    void giveUp(ClaimedRun claimed, String reason) {
        Instant now = clock.instant();
        transactions.writeAndWait(
                () -> desk.finish(claimed, new RunResult.Over(RunStatus.FAILED, reason), now));
    }

    private Uni<Material> material(ClaimedRun claimed) {
        return pipelines
                .ofUser(claimed.user(), claimed.pipelineId())
                .chain(pipeline ->
                        records.latest(claimed.user(), claimed.recordId())
                                .chain(record ->
                                        ledger.ofRuns(List.of(claimed.id()))
                                                .map(deliveries ->
                                                        new Material(
                                                                pipeline, record, deliveries))));
    }

    private Boosted boosted(ClaimedRun claimed, Pipeline pipeline, Activity activity) {
        RunMemory memory =
                new RunMemory(
                        records,
                        table,
                        transactions,
                        claimed.user(),
                        claimed.pipelineId(),
                        claimed.recordId());
        BoostRun way = new BoostRun(pipeline.boosters(), memory, clock.instant());
        Packed waypoint = claimed.waypoint();
        return waypoint == null
                ? way.through(activity)
                : way.through(activity, Waypoint.read(waypoint), claimed.steps());
    }

    private RunResult result(ClaimedRun claimed, Material material) {
        if (material.pipeline().isEmpty()) {
            return new RunResult.Over(RunStatus.CANCELLED, "the pipeline was deleted");
        }
        if (material.record().isEmpty()) {
            return new RunResult.Over(RunStatus.CANCELLED, "the record is no longer kept");
        }
        Pipeline pipeline = material.pipeline().get();
        StoredActivity record = material.record().get();
        Boosted boosted =
                record.deleted()
                        // Nothing is left to boost.
                        ? Boosted.unboosted(record.activity())
                        : boosted(claimed, pipeline, record.activity());
        List<Delivery> before = material.deliveries();
        return switch (boosted.end()) {
            case Boosted.End.Waiting waiting ->
                    new RunResult.Waits(
                            boosted,
                            early(pipeline, claimed, before, boosted),
                            waiting.until(),
                            waiting.reason());
            case Boosted.End.Halted halted ->
                    new RunResult.Halted(boosted, halted.reason() + stays(claimed, before));
            case Boosted.End.Failed failed ->
                    new RunResult.Failed(boosted, failed.reason() + stays(claimed, before));
            case null -> goes(pipeline, claimed, before, boosted);
        };
    }

    private RunResult goes(
            Pipeline pipeline, ClaimedRun claimed, List<Delivery> before, Boosted boosted) {
        // What went out early is another result of the same revision.
        ClaimedRun planned = claimed.wentEarly(before) ? claimed.inNextPass() : claimed;
        List<PlannedDelivery> deliveries = planned(pipeline, planned, before, boosted);
        return deliveries.isEmpty() && claimed.onlyTargets().isEmpty()
                ? new RunResult.Over(RunStatus.CANCELLED, "no target has anything to hear")
                : new RunResult.Goes(boosted, deliveries);
    }

    /** What a pipeline that delivers early sends while a booster waits, once for each revision. */
    private List<PlannedDelivery> early(
            Pipeline pipeline, ClaimedRun claimed, List<Delivery> before, Boosted boosted) {
        boolean isTold =
                before.stream().anyMatch(delivery -> delivery.revision() == claimed.revision());
        return pipeline.deliverEarly() && !isTold
                ? planned(pipeline, claimed, before, boosted)
                : List.of();
    }

    private List<PlannedDelivery> planned(
            Pipeline pipeline, ClaimedRun claimed, List<Delivery> before, Boosted boosted) {
        return new RunPlan(pipeline, claimed, before, targets)
                .deliveries(boosted, clock.instant());
    }

    private static String stays(ClaimedRun claimed, List<Delivery> before) {
        return claimed.wentEarly(before) ? "; what went out early stays there" : "";
    }
}
