package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.pipeline.target.Targets;
import io.pulseline.pipeline.tier.Allowance;
import io.pulseline.pipeline.tier.Tiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes an activity through a pipeline, saved or not, to see what would come of it. Nothing is
 * stored, no source is asked and nothing is sent.
 */
@ApplicationScoped
public class Rehearsal {
    /** No booster waits as long. */
    private static final Duration IN_VAIN = Duration.ofDays(365);

    private final RunMemories memories;
    private final Echoes echoes;
    private final Targets targets;
    private final Tiers tiers;
    private final Transactions transactions;
    private final Clock clock;

    Rehearsal(
            RunMemories memories,
            Echoes echoes,
            Targets targets,
            Tiers tiers,
            Transactions transactions,
            Clock clock) {
        this.memories = memories;
        this.echoes = echoes;
        this.targets = targets;
        this.tiers = tiers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What would come of it now. Blocks.
     *
     * @param record one of the pipeline's user, not deleted
     */
    public Rehearsed of(Pipeline pipeline, StoredRecord record) {
        Instant now = clock.instant();
        RunMemory memory = memories.of(pipeline.id(), record);
        Allowance allowance = transactions.writeAndWait(() -> tiers.of(pipeline.user()));
        BoostRun way = new BoostRun(pipeline.boosters(), memory, now, allowance);
        List<Rehearsed.Wait> waits = new ArrayList<>();
        Boosted boosted = withoutWaiting(way, record.activity(), now, waits);
        return rehearsed(boosted, waits, parcels(pipeline, record, allowance, boosted, now));
    }

    /** Who waits is asked once more as if it had waited long enough; notes what it waited for. */
    private static Boosted withoutWaiting(
            BoostRun way, Activity activity, Instant now, List<Rehearsed.Wait> waits) {
        Boosted boosted = way.through(activity);
        int last = -1;
        while (boosted.end() instanceof Boosted.End.Waiting(Instant until, String reason)) {
            Waypoint waypoint = requireNonNull(boosted.waypoint());
            if (waypoint.booster() <= last) {
                break;
            }
            last = waypoint.booster();
            waits.add(new Rehearsed.Wait(boosted.steps().get(last).booster(), until, reason));
            Waypoint inVain =
                    new Waypoint(
                            last,
                            waypoint.choices(),
                            now.minus(IN_VAIN),
                            waypoint.awaits(),
                            waypoint.activity());
            boosted = way.through(activity, inVain, boosted.steps());
        }
        return boosted;
    }

    private List<Rehearsed.Parcel> parcels(
            Pipeline pipeline,
            StoredRecord record,
            Allowance allowance,
            Boosted boosted,
            Instant now) {
        if (boosted.end() != null) {
            return List.of();
        }
        ClaimedRun run =
                new ClaimedRun(
                        Ids.run(pipeline.id(), record.recordId()),
                        pipeline.id(),
                        pipeline.user(),
                        record.recordId(),
                        record.revision(),
                        0,
                        Set.of(),
                        false,
                        null,
                        List.of(),
                        "nobody",
                        1,
                        new RunRow());
        RunPlan plan =
                new RunPlan(
                        pipeline,
                        run,
                        List.of(),
                        targets,
                        allowance,
                        echoes.heard(pipeline.user(), record.recordId(), boosted.activity()));
        return plan.deliveries(ActivityWay.result(pipeline, run, boosted, now), false).stream()
                .map(Rehearsal::parcel)
                .toList();
    }

    private static Rehearsed.Parcel parcel(PlannedDelivery planned) {
        return new Rehearsed.Parcel(
                planned.targetType(),
                planned.event().of(RecordType.ACTIVITY),
                planned.sparing(),
                planned.content().plain());
    }

    private static Rehearsed rehearsed(
            Boosted boosted, List<Rehearsed.Wait> waits, List<Rehearsed.Parcel> parcels) {
        Rehearsed.End end =
                switch (boosted.end()) {
                    case Boosted.End.Waiting _ -> Rehearsed.End.WAITS;
                    case Boosted.End.Halted _ -> Rehearsed.End.HALTED;
                    case Boosted.End.Failed _ -> Rehearsed.End.FAILED;
                    case null -> Rehearsed.End.GOES_ON;
                };
        String reason =
                switch (boosted.end()) {
                    case Boosted.End.Waiting waiting -> waiting.reason();
                    case Boosted.End.Halted halted -> halted.reason();
                    case Boosted.End.Failed failed -> failed.reason();
                    case null -> null;
                };
        return new Rehearsed(
                boosted.described(),
                boosted.steps().stream().map(Step::of).toList(),
                boosted.steps().stream().flatMap(step -> images(step).stream()).toList(),
                waits,
                end,
                reason,
                parcels);
    }

    private static List<Rehearsed.Image> images(BoostStep step) {
        return step.images().entrySet().stream()
                .map(image -> new Rehearsed.Image(step.booster(), image.getKey(), image.getValue()))
                .toList();
    }
}
