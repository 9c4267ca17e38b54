package io.pulseline.pipeline.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What the ledger's worker tells the runs; implemented there. */
public interface RunBook {
    /** Locks runs for the rest of the transaction: always before their deliveries are touched. */
    Uni<Void> lock(Collection<UUID> runs);

    /** Deliveries of these runs have changed: their status may follow. Same transaction. */
    Uni<Void> refresh(Collection<UUID> runs, Instant now);

    /** Such a transaction has been committed. */
    void committed();
}
