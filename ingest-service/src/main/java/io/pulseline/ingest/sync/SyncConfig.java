package io.pulseline.ingest.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When and how often providers are asked. */
@ConfigMapping(prefix = "ingest.sync")
interface SyncConfig {
    /** Passes at the same time in one replica; each waits for its provider most of its time. */
    @WithDefault("8")
    int concurrency();

    /** How often due work is looked for; a notification wakes its own replica at once. */
    @WithDefault("500ms")
    Duration poll();

    /**
     * A replica that died holds its work so long; one that lives renews it three times as often.
     */
    @WithDefault("15s")
    Duration lease();

    /** Without notifications data still arrives, this late at most. */
    @WithDefault("1h")
    Duration sweepEvery();

    /** Days before the watermark that are read again, for trackers that sync late. */
    @WithDefault("1")
    int overlapDays();

    /** Pause after the first failure of a provider; doubles with each further one. */
    @WithDefault("10s")
    Duration firstPause();

    /** Longest pause after failures. */
    @WithDefault("30m")
    Duration longestPause();

    /** How long to leave a connection alone that lacks the scope for its data. */
    @WithDefault("24h")
    Duration forbiddenPause();

    /** Longest pause of the consumer between two tries during an outage of the database. */
    @WithDefault("2s")
    Duration outagePause();

    /** How long the answers of settled things are kept. */
    @WithDefault("14d")
    Duration keepParts();
}
