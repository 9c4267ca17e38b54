package io.pulseline.ingest.budget;

import java.time.Instant;

/**
 * What a provider told of a quota beside an answer. Approximate: providers count late.
 *
 * @param allowance requests in a window
 * @param remaining of them
 * @param resetsAt end of the window
 * @param seenAt when the answer came
 * @param count our own count when its request was granted
 */
public record HeaderView(
        int allowance, int remaining, Instant resetsAt, Instant seenAt, int count) {
    public HeaderView {
        if (allowance < 1 || remaining < 0) {
            throw new IllegalArgumentException(
                    "a quota of " + allowance + " with " + remaining + " remaining");
        }
    }

    /**
     * Whether it is about the present window: one of its last moments is not, as the answer may lie
     * on either side of the full hour.
     */
    boolean tells(Instant now, BudgetRules rules) {
        return resetsAt.isAfter(now)
                && !resetsAt.isBefore(seenAt.plus(rules.margin().multipliedBy(2)));
    }

    /** Requests the provider has counted. */
    int used() {
        return Math.max(0, allowance - remaining);
    }
}
