package io.pulseline.ingest.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often notifications may make us ask: a few at once, then one in each interval. Most of them
 * only say that the day's steps have grown, so following each would spend the user's requests on
 * nothing; none is forgotten, it only waits.
 *
 * @param atOnce followed without a pause, at least 1
 * @param every pause from one to the next after that
 */
record Bells(int atOnce, Duration every) {
    Bells {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "ingest.sync.bells-at-once is " + atOnce + "; at least one must be followed");
        }
    }

    /**
     * When the next notification may be followed: now or later.
     *
     * @param until what {@link #followed} said last; null if none has been followed
     */
    Instant mayFollow(@Nullable Instant until, Instant now) {
        Instant from = until == null ? now : until.minus(every.multipliedBy(atOnce - 1));
        return from.isAfter(now) ? from : now;
    }

    /** What to remember when one is followed now. */
    Instant followed(@Nullable Instant until, Instant now) {
        return (until == null || until.isBefore(now) ? now : until).plus(every);
    }
}
