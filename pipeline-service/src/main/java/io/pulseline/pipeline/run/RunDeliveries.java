package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.RunBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets the status of a run follow its deliveries. */
@ApplicationScoped
class RunDeliveries implements RunBook {
    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Announcements announcements;
    private final Instance<RunAnnouncer> announcer;

    RunDeliveries(
            RunTable table,
            DeliveryLedger ledger,
            Announcements announcements,
            Instance<RunAnnouncer> announcer) {
        this.table = table;
        this.ledger = ledger;
        this.announcements = announcements;
        this.announcer = announcer;
    }

    @Override
    public Uni<Void> lock(UUID run) {
        return table.findById(run, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid();
    }

    @Override
    public Uni<Void> refresh(UUID run, Instant now) {
        // A run that is with the runner has no status from deliveries.
        return table.find("runId = ?1 and dueAt is null", run)
                .firstResult()
                .chain(row ->
                        row == null
                                ? Uni.createFrom().voidItem()
                                : ledger.ofRuns(List.of(run)).chain(all -> refresh(row, all, now)));
    }

    private Uni<Void> refresh(RunRow row, List<Delivery> all, Instant now) {
        List<DeliveryState> states =
                all.stream().filter(row::isPresent).map(Delivery::state).toList();
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (row.calledOff) {
            row.changed(RunStatus.CANCELLED, RunReason.calledOff(all), now);
        } else {
            row.changed(RunStatus.of(states), RunReason.of(states), now);
        }
        return announcements.enter(row);
    }

    @Override
    public void committed() {
        announcer.get().wake();
    }
}
