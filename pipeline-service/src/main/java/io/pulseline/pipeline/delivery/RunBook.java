package io.pulseline.pipeline.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** What the ledger's worker tells the runs; implemented there. */
public interface RunBook {
    /** Locks the run for the rest of the transaction: always before its deliveries are touched. */
    Uni<Void> lock(UUID run);

    /** A delivery of the run has changed: its status may follow. Same transaction. */
    Uni<Void> refresh(UUID run, Instant now);

    /** Such a transaction has been committed. */
    void committed();
}
