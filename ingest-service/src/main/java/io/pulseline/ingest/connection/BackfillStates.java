package io.pulseline.ingest.connection;

import java.util.Optional;

/** How far history is read: whoever reads it tells. */
public interface BackfillStates {
    /** The connection's newest backfill; empty if there was none. May block. */
    Optional<BackfillState> backfill(Connection connection);
}
