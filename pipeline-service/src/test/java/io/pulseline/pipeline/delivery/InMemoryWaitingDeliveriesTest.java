package io.pulseline.pipeline.delivery;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryWaitingDeliveriesTest extends WaitingDeliveriesContract {
    private final DeliveryLedger ledger = new InMemoryDeliveryLedger();

    @Override
    DeliveryLedger ledger() {
        return ledger;
    }

    @Override
    <T> T done(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
