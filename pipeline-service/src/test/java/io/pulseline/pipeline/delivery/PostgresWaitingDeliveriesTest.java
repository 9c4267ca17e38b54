package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@WithTestResource(ServiceSettings.class)
class PostgresWaitingDeliveriesTest extends WaitingDeliveriesContract {
    private final DeliveryLedger ledger;
    private final Transactions transactions;

    @Inject
    PostgresWaitingDeliveriesTest(DeliveryLedger ledger, Transactions transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
    }

    @Override
    DeliveryLedger ledger() {
        return ledger;
    }

    @Override
    <T> T done(Supplier<Uni<T>> work) {
        return transactions.writeAndWait(work);
    }
}
