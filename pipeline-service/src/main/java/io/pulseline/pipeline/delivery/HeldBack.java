package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.pipeline.HeldDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Lets what was held for resting targets go out. */
@ApplicationScoped
class HeldBack implements HeldDeliveries {
    private final DeliveryLedger ledger;
    private final Instance<DeliveryWorker> worker;

    /**
     * @param worker asked for late, because it needs the targets, and they need this
     */
    HeldBack(DeliveryLedger ledger, Instance<DeliveryWorker> worker) {
        this.ledger = ledger;
        this.worker = worker;
    }

    @Override
    public Uni<Void> letGo(Collection<UUID> targets, Instant now) {
        return ledger.letGo(targets, now);
    }

    @Override
    public void committed() {
        worker.get().wake();
    }
}
