package io.pulseline.ingest.backfill;

import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.RequestBudget;
import io.pulseline.ingest.connection.BackfillState;
import io.pulseline.ingest.connection.BackfillStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** How far history is read, for those who show it. */
@ApplicationScoped
class BackfillProgress implements BackfillStates {
    private final BackfillStore store;
    private final RequestBudget budget;
    private final Clock clock;

    BackfillProgress(BackfillStore store, RequestBudget budget, Clock clock) {
        this.store = store;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public Optional<BackfillState> backfill(UUID connectionId) {
        return store.find(connectionId).map(this::state);
    }

    private BackfillState state(Backfill backfill) {
        return new BackfillState(
                backfill.state(),
                backfill.first(),
                backfill.last(),
                backfill.done(),
                backfill.total(),
                backfill.requestsSpent(),
                backfill.estimatedEnd(clock.instant(), budget.perHour(Priority.BACKFILL)));
    }
}
