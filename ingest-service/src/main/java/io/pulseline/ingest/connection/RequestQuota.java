package io.pulseline.ingest.connection;

import java.util.Optional;
import java.util.UUID;

/** How much may still be asked: whoever keeps the budget tells. */
public interface RequestQuota {
    /** Requests left of this hour's quota; empty if not known. May block. */
    Optional<Integer> requestsLeft(UUID connectionId);
}
