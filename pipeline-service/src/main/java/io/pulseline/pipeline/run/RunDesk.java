package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores what the runner found. To be called inside a transaction. */
@ApplicationScoped
class RunDesk {
    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Announcements announcements;

    RunDesk(RunTable table, DeliveryLedger ledger, Announcements announcements) {
        this.table = table;
        this.ledger = ledger;
        this.announcements = announcements;
    }

    /**
     * Boosts, status and deliveries at once; nothing at all if the run was taken from us.
     *
     * @param before all deliveries of the run when it was read
     */
    Uni<Void> finish(ClaimedRun claimed, List<Delivery> before, RunResult result, Instant now) {
        return before.isEmpty() && !claimed.adds()
                ? first(claimed, result, now)
                : next(claimed, result, now);
    }

    /** Nobody but who holds a run enters deliveries of it: there is nothing to look for. */
    private Uni<Void> first(ClaimedRun claimed, RunResult result, Instant now) {
        RunRow row = claimed.row();
        List<PlannedDelivery> planned = noted(row, result, now);
        return table.store(claimed, row)
                .chain(stored ->
                        stored ? ledger.enterFirst(planned, now) : Uni.createFrom().voidItem());
    }

    private Uni<Void> next(ClaimedRun claimed, RunResult result, Instant now) {
        return table.findById(claimed.id(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row ->
                        row == null || !isHeld(row, claimed)
                                ? Uni.createFrom().voidItem()
                                : next(row, result, now).chain(() -> announcements.enter(row)));
    }

    /** A newer revision, or another process after our lease ran out, makes our result void. */
    private static boolean isHeld(RunRow row, ClaimedRun claimed) {
        return claimed.owner().equals(row.leaseOwner)
                && claimed.revision() == row.revision
                && claimed.attempts() == row.attempts;
    }

    private Uni<Void> next(RunRow row, RunResult result, Instant now) {
        boolean adds = !row.resend && !row.onlyTargets.isEmpty();
        List<PlannedDelivery> planned = noted(row, result, now);
        return ledger.enter(planned, now)
                .chain(() ->
                        switch (result) {
                            case RunResult.Goes _ -> followDeliveries(row, null, now);
                            // What was delivered before a target was added stays delivered.
                            case RunResult.Halted _, RunResult.Failed _ when adds ->
                                    followDeliveries(
                                            row,
                                            "nothing goes to the added target: " + row.reason,
                                            now);
                            case RunResult.Halted _, RunResult.Failed _ -> passOver(row);
                            case RunResult.Waits _, RunResult.Over _ -> Uni.createFrom().voidItem();
                        });
    }

    /** What went out early is of the pass before: when it settles, it does not speak for this. */
    private Uni<Void> passOver(RunRow row) {
        return ledger.ofRuns(List.of(row.runId))
                .invoke(all -> {
                    if (all.stream().anyMatch(row::isPresent)) {
                        row.pass++;
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Writes a result into the row.
     *
     * @return the deliveries to be entered
     */
    private static List<PlannedDelivery> noted(RunRow row, RunResult result, Instant now) {
        row.rests();
        if (!(result instanceof RunResult.Waits)) {
            row.requestIsOver();
        }
        return switch (result) {
            case RunResult.Goes goes -> {
                note(row, goes.findings());
                // One pass further where something went out early.
                goes.deliveries().forEach(delivery -> row.pass = delivery.pass());
                List<DeliveryState> states =
                        goes.deliveries().stream().map(one -> one.begun(now, 0)).toList();
                row.changed(RunStatus.of(states), RunReason.of(states), now);
                yield goes.deliveries();
            }
            case RunResult.Waits waits -> {
                note(row, waits.findings());
                row.due(waits.until());
                row.changed(RunStatus.WAITING, waits.reason(), now);
                yield waits.early();
            }
            case RunResult.Halted halted -> {
                note(row, halted.findings());
                row.changed(RunStatus.SKIPPED, halted.reason(), now);
                yield List.of();
            }
            case RunResult.Failed failed -> {
                note(row, failed.findings());
                row.changed(RunStatus.FAILED, failed.reason(), now);
                yield List.of();
            }
            case RunResult.Over over -> {
                // Nothing that comes later would change that.
                row.keep(null);
                row.lookAgainAt = null;
                row.changed(over.status(), over.reason(), now);
                yield List.of();
            }
        };
    }

    private static void note(RunRow row, Findings findings) {
        RunName name = findings.name();
        if (name != null) {
            row.title = name.title();
            row.activityType = name.activityType();
        }
        row.boosts = BoostStep.write(findings.steps());
        row.keep(findings.waypoint());
        row.lookAgainAt = findings.lookAgainAt();
    }

    /**
     * Takes the status from the deliveries as they stand.
     *
     * @param notice besides what they say; null if there is none
     */
    private Uni<Void> followDeliveries(RunRow row, @Nullable String notice, Instant now) {
        return ledger.ofRuns(List.of(row.runId))
                .invoke(all -> {
                    List<DeliveryState> states =
                            all.stream().filter(row::isPresent).map(Delivery::state).toList();
                    String reason = notice == null ? RunReason.of(states) : notice;
                    row.changed(RunStatus.of(states), reason, now);
                })
                .replaceWithVoid();
    }
}
