package io.pulseline.ingest.backfill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How history is read. */
@ConfigMapping(prefix = "ingest.backfill")
interface BackfillConfig {
    /**
     * Days before live data that are read when a user connects; 0 reads none, a number beyond the
     * user's days at the provider reads all.
     */
    @WithDefault("30")
    int daysOnConnect();

    /** Backfills at the same time in one replica. */
    @WithDefault("2")
    int concurrency();

    /** How often work is looked for. */
    @WithDefault("1s")
    Duration poll();

    /** A replica that died holds its work so long; one that lives renews it in time. */
    @WithDefault("30s")
    Duration lease();

    /** Dates of one kind that are read in one step, where one request covers many. */
    @WithDefault("30")
    int datesPerStep();

    /** Pause after the first failure; doubles with each further one. */
    @WithDefault("30s")
    Duration firstPause();

    /** Longest pause after failures. */
    @WithDefault("1h")
    Duration longestPause();

    /** Failures in a row after which it is given up: most of a day. */
    @WithDefault("30")
    int failuresAllowed();

    /** Pause while a live pass reads the same kind. */
    @WithDefault("2s")
    Duration afterLive();
}
