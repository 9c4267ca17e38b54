package io.pulseline.ingest.budget;

import java.time.Duration;

/**
 * How a bucket is filled and shared; see {@link BucketConfig}.
 *
 * @param capacity requests in a full bucket
 * @param perMinute requests that come back in a minute, evenly
 * @param liveMargin requests that nobody may spend
 * @param lateShare percent of the capacity
 * @param backfillShare percent of the capacity
 * @param rest how much longer whoever finds it spent waits than for one request
 * @param clockTolerance how far clocks may lie apart
 */
record BucketRules(
        int capacity,
        int perMinute,
        int liveMargin,
        int lateShare,
        int backfillShare,
        Duration rest,
        Duration clockTolerance) {
    private static final long MINUTE_MICROSECONDS = Duration.ofMinutes(1).toNanos() / 1_000;
    private static final int MOST = 10_000_000;
    private static final int MINUTES_IN_AN_HOUR = 60;

    BucketRules {
        if (capacity < 1 || capacity > MOST || perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException(
                    "ingest.google-budget: capacity and per-minute must be 1 to " + MOST);
        }
        if (liveMargin < 0 || lateShare < 0 || backfillShare < 0) {
            throw new IllegalArgumentException("ingest.google-budget: a margin or share < 0");
        }
        if (rest.isNegative() || clockTolerance.isNegative()) {
            throw new IllegalArgumentException("ingest.google-budget: a duration is negative");
        }
    }

    static BucketRules ofUser(BucketConfig config) {
        return new BucketRules(
                config.user().capacity(),
                config.user().perMinute(),
                config.user().liveMargin(),
                config.lateShare(),
                config.backfillShare(),
                config.rest(),
                config.clockTolerance());
    }

    static BucketRules ofProject(BucketConfig config) {
        return new BucketRules(
                config.project().capacity(),
                config.project().perMinute(),
                config.project().liveMargin(),
                config.lateShare(),
                config.backfillShare(),
                config.rest(),
                config.clockTolerance());
    }

    /** In how many microseconds one request comes back; rounded up, so never too many do. */
    long microsecondsEach() {
        return Math.ceilDiv(MINUTE_MICROSECONDS, perMinute);
    }

    /** In how many microseconds an empty bucket is full. */
    long microsecondsToFill() {
        return capacity * microsecondsEach();
    }

    /** How much of a full bucket this priority may spend; 0 or less is nothing. */
    int spendable(Priority priority) {
        int share =
                switch (priority) {
                    case LIVE -> 100;
                    case LATE -> lateShare;
                    case BACKFILL -> backfillShare;
                };
        return (int) Math.min(capacity - liveMargin, (long) capacity * share / 100);
    }

    /**
     * Requests an hour that this priority may make when nobody else asks: a share holds back a part
     * of what is there, not of what comes back.
     */
    int perHour(Priority priority) {
        return spendable(priority) < 1 ? 0 : perMinute * MINUTES_IN_AN_HOUR;
    }
}
