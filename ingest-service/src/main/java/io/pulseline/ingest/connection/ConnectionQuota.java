package io.pulseline.ingest.connection;

import io.pulseline.ingest.budget.ProviderQuotas;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;

/** What is left of a connection's quota, from those who grant it. */
@ApplicationScoped
class ConnectionQuota implements RequestQuota {
    private final ProviderQuotas quotas;

    ConnectionQuota(ProviderQuotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public Optional<Integer> requestsLeft(Connection connection) {
        OptionalInt left = quotas.requestsLeft(connection.provider(), connection.id());
        return left.isPresent() ? Optional.of(left.getAsInt()) : Optional.empty();
    }
}
