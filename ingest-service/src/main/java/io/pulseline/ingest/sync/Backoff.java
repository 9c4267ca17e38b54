package io.pulseline.ingest.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses after failures in a row: doubling from the first to the longest, each shortened by up to a
 * quarter at random, so that connections that failed together do not come back together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    /**
     * The pause before the next try.
     *
     * @param failures in a row, at least 1
     */
    Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bounded - random.nextLong(bounded / 4 + 1));
    }
}
