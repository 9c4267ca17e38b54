package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
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

    /** Boosts, status and deliveries at once; nothing at all if the run was taken from us. */
    Uni<Void> finish(ClaimedRun claimed, RunResult result, Instant now) {
        return table.findById(claimed.id(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row ->
                        row == null || !isHeld(row, claimed)
                                ? Uni.createFrom().voidItem()
                                : store(row, result, now).chain(() -> announcements.enter(row)));
    }

    /** A newer revision, or another process after our lease ran out, makes our result void. */
    private static boolean isHeld(RunRow row, ClaimedRun claimed) {
        return claimed.owner().equals(row.leaseOwner)
                && claimed.revision() == row.revision
                && claimed.attempts() == row.attempts;
    }

    private Uni<Void> store(RunRow row, RunResult result, Instant now) {
        boolean adds = !row.onlyTargets.isEmpty();
        row.rests();
        if (!(result instanceof RunResult.Waits)) {
            row.requestIsOver();
        }
        return switch (result) {
            case RunResult.Goes goes -> {
                note(row, goes.findings());
                // One pass further where something went out early.
                goes.deliveries().forEach(delivery -> row.pass = delivery.pass());
                yield ledger.enter(goes.deliveries(), now)
                        .chain(() -> followDeliveries(row, null, now));
            }
            case RunResult.Waits waits -> {
                note(row, waits.findings());
                row.due(waits.until());
                row.changed(RunStatus.WAITING, waits.reason(), now);
                yield ledger.enter(waits.early(), now);
            }
            case RunResult.Halted halted -> {
                note(row, halted.findings());
                yield nothingGoes(row, adds, RunStatus.SKIPPED, halted.reason(), now);
            }
            case RunResult.Failed failed -> {
                note(row, failed.findings());
                yield nothingGoes(row, adds, RunStatus.FAILED, failed.reason(), now);
            }
            case RunResult.Over over -> {
                // Nothing that comes later would change that.
                row.keep(null);
                yield changed(row, over.status(), over.reason(), now);
            }
        };
    }

    /** What was delivered before a target was added stays delivered. */
    private Uni<Void> nothingGoes(
            RunRow row, boolean adds, RunStatus status, String reason, Instant now) {
        return adds
                ? followDeliveries(row, "nothing goes to the added target: " + reason, now)
                : changed(row, status, reason, now);
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
     * @param notice besides what the deliveries say; null if there is none
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

    private static Uni<Void> changed(
            RunRow row, RunStatus status, @Nullable String reason, Instant now) {
        row.changed(status, reason, now);
        return Uni.createFrom().voidItem();
    }
}
