package io.pulseline.ingest.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How Google's quota is shared: 300 requests a minute for each user, 120,000 for the project.
 *
 * <p>Google counts by the minute and says nothing beside an answer, so a bucket must never let more
 * than that through in any minute: what it holds when full and what it gets back in a minute are
 * together no more than the quota. A user's is cut in two halves, for a user's requests come at
 * once; the project's comes back steadily, for those of many users do.
 *
 * <p>Applications that Google has not verified get half of a user's quota (2.5 a second: 75 and 75)
 * and an eighth of the project's (250 a second: 1,500 and 13,500).
 */
@ConfigMapping(prefix = "ingest.google-budget")
public interface BucketConfig {
    /** What one user's connection may ask. */
    User user();

    /** What all connections together may ask. */
    Project project();

    /** Percent of a full bucket after which late work stops: a fifth is left to live work. */
    @WithDefault("80")
    int lateShare();

    /** Percent of a full bucket after which backfill stops. 0 lets none through. */
    @WithDefault("50")
    int backfillShare();

    /**
     * Whoever finds the bucket spent rests so much longer than until the next single request:
     * otherwise work would be taken up again for each one.
     */
    @WithDefault("5s")
    Duration rest();

    /**
     * How far the clocks of replicas may lie apart. A time further back than that means that a
     * clock was set; the bucket is then empty and begins anew.
     */
    @WithDefault("5m")
    Duration clockTolerance();

    /** One user's bucket. */
    interface User {
        /** Requests in a full bucket, which may be made at once. */
        @WithDefault("150")
        int capacity();

        /** Requests that come back in a minute, evenly. */
        @WithDefault("150")
        int perMinute();

        /** Requests that are never spent: the provider may count ours a little later than we. */
        @WithDefault("5")
        int liveMargin();
    }

    /** The project's bucket. */
    interface Project {
        /** Requests in a full bucket, which may be made at once. */
        @WithDefault("12000")
        int capacity();

        /** Requests that come back in a minute, evenly. */
        @WithDefault("108000")
        int perMinute();

        /** Requests that are never spent: for those that other replicas have taken in advance. */
        @WithDefault("500")
        int liveMargin();

        /** Requests that a replica takes at once, so that not each of them changes one row. */
        @WithDefault("100")
        int batch();

        /** What a replica has taken and not spent by then is lost. */
        @WithDefault("10s")
        Duration batchLapsesAfter();
    }
}
