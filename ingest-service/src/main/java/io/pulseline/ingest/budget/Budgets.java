package io.pulseline.ingest.budget;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The quotas of all connections, shared by all replicas. All methods block. */
interface Budgets {
    /**
     * Asks for one request; a grant is counted at once, whoever else asks at the same time.
     *
     * @param told what the provider's headers told last; null if nothing new
     */
    BudgetOutcome take(UUID connection, Priority priority, Instant now, @Nullable HeaderView told);

    /** The provider refuses this connection until then. */
    void limited(UUID connection, Instant now, Instant until);

    /** What is left for live work; empty if the connection has not asked lately. */
    OptionalInt left(UUID connection, Instant now);

    /** Forgets connections whose window ended before; what they have asked matters no more. */
    void forgetBefore(Instant time);
}
