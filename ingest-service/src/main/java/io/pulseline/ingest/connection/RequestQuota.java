package io.pulseline.ingest.connection;

import java.util.Optional;

/** How much may still be asked: whoever keeps the budget tells. */
public interface RequestQuota {
    /** Requests left of the quota as it is now; empty if not known. May block. */
    Optional<Integer> requestsLeft(Connection connection);
}
