package io.pulseline.ingest.backfill;

import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.ProviderQuotas;
import io.pulseline.ingest.connection.BackfillState;
import io.pulseline.ingest.connection.BackfillStates;
import io.pulseline.ingest.connection.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** How far history is read, for those who show it. */
@ApplicationScoped
class BackfillProgress implements BackfillStates {
    private final BackfillStore store;
    private final ProviderQuotas quotas;
    private final Clock clock;

    BackfillProgress(BackfillStore store, ProviderQuotas quotas, Clock clock) {
        this.store = store;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public Optional<BackfillState> backfill(Connection connection) {
        int perHour = quotas.perHour(connection.provider(), Priority.BACKFILL);
        return store.find(connection.id()).map(backfill -> state(backfill, perHour));
    }

    private BackfillState state(Backfill backfill, int perHour) {
        return new BackfillState(
                backfill.state(),
                backfill.first(),
                backfill.last(),
                backfill.done(),
                backfill.total(),
                backfill.requestsSpent(),
                backfill.estimatedEnd(clock.instant(), perHour));
    }
}
