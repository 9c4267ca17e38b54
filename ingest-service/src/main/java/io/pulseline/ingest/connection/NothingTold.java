package io.pulseline.ingest.connection;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Stands in where nobody keeps a budget or reads history. */
@DefaultBean
@ApplicationScoped
class NothingTold implements RequestQuota, BackfillStates {
    @Override
    public Optional<Integer> requestsLeft(UUID connectionId) {
        return Optional.empty();
    }

    @Override
    public Optional<BackfillState> backfill(UUID connectionId) {
        return Optional.empty();
    }
}
