package io.pulseline.ingest.budget;

import java.time.Duration;

/**
 * How a quota is shared; see {@link BudgetConfig}.
 *
 * @param lateShare percent of the allowance
 * @param backfillShare percent of the allowance
 */
record BudgetRules(
        int allowance,
        int liveMargin,
        int lateShare,
        int backfillShare,
        Duration margin,
        Duration headerLag) {
    BudgetRules {
        if (allowance < 1 || liveMargin < 0 || lateShare < 0 || backfillShare < 0) {
            throw new IllegalArgumentException("ingest.budget: a number is negative, or no quota");
        }
    }

    static BudgetRules of(BudgetConfig config) {
        return new BudgetRules(
                config.allowance(),
                config.liveMargin(),
                config.lateShare(),
                config.backfillShare(),
                config.margin(),
                config.headerLag());
    }

    /** Percent of the allowance that this priority may use up. */
    int share(Priority priority) {
        return switch (priority) {
            case LIVE -> 100;
            case LATE -> lateShare;
            case BACKFILL -> backfillShare;
        };
    }

    /** After so many requests in a window this priority waits for the next. */
    int ceiling(Priority priority, int allowanceNow) {
        return Math.min(allowanceNow - liveMargin, allowanceNow * share(priority) / 100);
    }
}
