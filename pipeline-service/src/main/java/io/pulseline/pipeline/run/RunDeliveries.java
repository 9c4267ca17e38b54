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
import org.jspecify.annotations.Nullable;

/** Lets the status of a run follow its deliveries. */
@ApplicationScoped
class RunDeliveries implements RunBook {
    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Instance<RunAnnouncer> announcer;

    RunDeliveries(RunTable table, DeliveryLedger ledger, Instance<RunAnnouncer> announcer) {
        this.table = table;
        this.ledger = ledger;
        this.announcer = announcer;
    }

    @Override
    public Uni<Void> lock(UUID run) {
        return table.findById(run, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid();
    }

    @Override
    public Uni<Void> refresh(UUID run, Instant now) {
        return table.findById(run)
                .chain(row -> ledger.ofRuns(List.of(run)).invoke(all -> refresh(row, all, now)))
                .replaceWithVoid();
    }

    /** A run that is with the runner, or called off, has no status from deliveries. */
    private static void refresh(@Nullable RunRow row, List<Delivery> all, Instant now) {
        if (row == null || row.dueAt != null) {
            return;
        }
        List<DeliveryState> states =
                all.stream()
                        .filter(delivery -> delivery.revision() == row.revision)
                        .map(Delivery::state)
                        .toList();
        if (!states.isEmpty()) {
            row.changed(RunStatus.of(states), RunReason.of(states), now);
        }
    }

    @Override
    public void committed() {
        announcer.get().wake();
    }
}
