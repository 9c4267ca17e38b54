package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every ledger promises about targets that want one after the other. */
abstract class OrderedDeliveriesContract extends LedgerKit {
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Override
    boolean inOrder() {
        return true;
    }

    @Test
    void theSecondWaitsForTheFirstEvenWhileThatIsNotDue() {
        enterBoth();

        ClaimedDelivery claimed = claim("a", NOON).getFirst();
        assertThat(claimed.delivery().id()).isEqualTo(first);
        assertThat(claim("a", NOON)).isEmpty();

        settle(claimed, LATER, NOON);
        assertThat(claim("a", NOON.plusSeconds(4))).isEmpty();

        ClaimedDelivery again = claim("a", NOON.plusSeconds(5)).getFirst();
        assertThat(again.delivery().id()).isEqualTo(first);
        settle(again, new DeliveryOutcome.Accepted(), NOON.plusSeconds(5));

        assertThat(claim("a", NOON.plusSeconds(5)).getFirst().delivery().id()).isEqualTo(second);
    }

    @Test
    void whatIsRefusedHoldsNothingUp() {
        enterBoth();
        settle(claim("a", NOON).getFirst(), new DeliveryOutcome.Refused("no"), NOON);

        assertThat(claim("a", NOON).getFirst().delivery().id()).isEqualTo(second);
    }

    private void enterBoth() {
        done(() -> ledger().enter(List.of(ofRecord(first, UUID.randomUUID())), NOON));
        done(() -> ledger().enter(List.of(ofRecord(second, UUID.randomUUID())), NOON));
    }
}
