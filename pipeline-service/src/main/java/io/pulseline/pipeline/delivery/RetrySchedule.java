package io.pulseline.pipeline.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When to try again, after Standard Webhooks.
 *
 * @param delays after the first, second, … failed attempt; after the last one it is over
 * @param jitter 0 to 1, a new one for each question: spreads those that failed together
 */
record RetrySchedule(List<Duration> delays, DoubleSupplier jitter) {
    /** A delay grows by up to this share of itself. */
    private static final double JITTER_SHARE = 0.1;

    /** A target may ask for patience, but not for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    RetrySchedule {
        delays = List.copyOf(delays);
    }

    /**
     * Time of the next attempt; empty if there is none. Attempts beyond the schedule, made on
     * request, begin it anew.
     *
     * @param attempts made so far, at least 1
     * @param retryAfter as the target asked; null if it did not
     */
    Optional<Instant> next(int attempts, Instant now, @Nullable Duration retryAfter) {
        int failed = attempts % (delays.size() + 1);
        if (failed == 0) {
            return Optional.empty();
        }
        Duration delay = delays.get(failed - 1);
        long spread = Math.round(delay.toMillis() * JITTER_SHARE * jitter.getAsDouble());
        Duration wait = delay.plusMillis(spread);
        if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
            wait = retryAfter.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : retryAfter;
        }
        return Optional.of(now.plus(wait));
    }
}
