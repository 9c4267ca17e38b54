package io.pulseline.pipeline.target.intervals;

import java.util.function.LongSupplier;

/**
 * Our share of the requests a second, all users together: a bucket that fills evenly. Safe for use
 * by several threads.
 */
final class RequestShare {
    /** Most requests of one delivery, so that a bucket is never too small for one. */
    static final int MOST_AT_ONCE = 3;

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final int perSecond;
    private final LongSupplier nanoseconds;
    private double left;
    private long before;

    /**
     * @param perSecond at least 1
     * @param nanoseconds a clock that only goes forward, as {@link System#nanoTime}
     * @throws IllegalArgumentException naming the setting, if there is no request a second
     */
    RequestShare(int perSecond, LongSupplier nanoseconds) {
        if (perSecond < 1) {
            throw new IllegalArgumentException(
                    "pulseline.intervals-icu.requests-per-second is "
                            + perSecond
                            + "; give 1 or more");
        }
        this.perSecond = perSecond;
        this.nanoseconds = nanoseconds;
        this.left = capacity();
        this.before = nanoseconds.getAsLong();
    }

    /** Takes that many requests, or none of them if they are not all there. */
    synchronized boolean take(int requests) {
        long now = nanoseconds.getAsLong();
        left = Math.min(capacity(), left + (now - before) / NANOSECONDS_PER_SECOND * perSecond);
        before = now;
        if (left < requests) {
            return false;
        }
        left -= requests;
        return true;
    }

    private int capacity() {
        return Math.max(perSecond, MOST_AT_ONCE);
    }
}
