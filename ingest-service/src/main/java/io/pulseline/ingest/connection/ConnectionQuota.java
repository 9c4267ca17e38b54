package io.pulseline.ingest.connection;

import io.pulseline.ingest.budget.RequestBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What is left of a connection's quota, from those who grant it. */
@ApplicationScoped
class ConnectionQuota implements RequestQuota {
    private final RequestBudget budget;

    ConnectionQuota(RequestBudget budget) {
        this.budget = budget;
    }

    @Override
    public Optional<Integer> requestsLeft(UUID connectionId) {
        OptionalInt left = budget.requestsLeft(connectionId);
        return left.isPresent() ? Optional.of(left.getAsInt()) : Optional.empty();
    }
}
