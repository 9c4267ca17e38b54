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
        row.rests();
        return switch (result) {
            case RunResult.Goes goes -> {
                boosted(row, goes.boosted());
                yield ledger.enter(goes.deliveries(), now)
                        .chain(() -> ledger.ofRuns(List.of(row.runId)))
                        .invoke(all -> status(row, all, now))
                        .replaceWithVoid();
            }
            case RunResult.Waits waits -> {
                boosted(row, waits.boosted());
                row.due(waits.until());
                yield changed(row, RunStatus.WAITING, waits.reason(), now);
            }
            case RunResult.Halted halted -> {
                boosted(row, halted.boosted());
                yield changed(row, RunStatus.SKIPPED, halted.reason(), now);
            }
            case RunResult.Over over -> changed(row, over.status(), over.reason(), now);
        };
    }

    private static void boosted(RunRow row, Boosted boosted) {
        // A deletion has no title; the history keeps the one it had.
        if (!boosted.activity().getDeleted()) {
            row.title = boosted.activity().getTitle();
        }
        row.boosts = BoostStep.write(boosted.steps());
    }

    private static void status(RunRow row, List<Delivery> all, Instant now) {
        List<DeliveryState> states =
                all.stream()
                        .filter(delivery -> delivery.revision() == row.revision)
                        .map(Delivery::state)
                        .toList();
        row.changed(RunStatus.of(states), RunReason.of(states), now);
    }

    private static Uni<Void> changed(
            RunRow row, RunStatus status, @Nullable String reason, Instant now) {
        row.changed(status, reason, now);
        return Uni.createFrom().voidItem();
    }
}
