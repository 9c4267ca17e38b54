package io.pulseline.ingest.budget;

import java.time.Instant;

/** Whether a request may be made. */
public sealed interface BudgetOutcome {
    /**
     * It may, and is counted.
     *
     * @param remaining requests left afterwards, for whoever goes first
     * @param count our own count in this window, this one included; 0 where there are no windows
     */
    record Granted(int remaining, int count) implements BudgetOutcome {}

    /** It may not before then. */
    record SpentUntil(Instant until, Reason reason) implements BudgetOutcome {}

    /** Why a request has to wait. */
    enum Reason {
        /** What this priority may spend for now is spent. */
        QUOTA_SPENT,
        /** The provider said so, whatever we had counted. */
        PROVIDER_REFUSED
    }
}
