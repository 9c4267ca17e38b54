package io.pulseline.ingest.budget;

import java.time.Instant;

/** Whether a request may be made. */
public sealed interface BudgetOutcome {
    /**
     * It may, and is counted.
     *
     * @param remaining requests left in this window afterwards, for whoever goes first
     * @param count our own count in this window, this one included
     */
    record Granted(int remaining, int count) implements BudgetOutcome {}

    /** It may not before then. */
    record SpentUntil(Instant until, Reason reason) implements BudgetOutcome {}

    /** Why a request has to wait. */
    enum Reason {
        /** What this priority may spend in the window is spent. */
        QUOTA_SPENT,
        /** The provider said so, whatever we had counted. */
        PROVIDER_REFUSED
    }
}
