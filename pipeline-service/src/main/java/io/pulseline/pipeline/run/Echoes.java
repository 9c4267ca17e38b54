package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.Fed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Tells which targets know an activity already, because we fed them with what it is the echo of.
 */
@ApplicationScoped
class Echoes {
    private final DeliveryLedger ledger;
    private final Transactions transactions;

    Echoes(DeliveryLedger ledger, Transactions transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * What targets of the user have, or are being sent, that came back as this activity. Blocks for
     * one statement; for nothing where the activity cannot be an echo.
     */
    List<Fed> heard(UUID user, UUID recordId, Activity activity) {
        return Echo.of(user, recordId, activity).map(this::heard).orElse(List.of());
    }

    private List<Fed> heard(Echo echo) {
        return transactions
                .writeAndWait(() ->
                        ledger.fed(
                                echo.user(),
                                echo.recordId(),
                                echo.earliest(),
                                echo.latest(),
                                echo.providerRecordId()))
                .stream()
                .filter(echo::isOf)
                .toList();
    }
}
