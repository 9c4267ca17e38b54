package io.pulseline.ingest.backfill;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backfill this replica works on; its kind is what its thread reads at the moment. */
final class Held {
    private final UUID connection;
    private final UUID claim;
    private volatile @Nullable String kind;

    Held(UUID connection, UUID claim) {
        this.connection = connection;
        this.claim = claim;
    }

    UUID connection() {
        return connection;
    }

    UUID claim() {
        return claim;
    }

    /** Null between two steps. */
    @Nullable String kind() {
        return kind;
    }

    void reads(@Nullable String now) {
        kind = now;
    }
}
