package io.pulseline.ingest.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

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

    /** Without notifications data still arrives, this late at most: activities and series. */
    @WithDefault("1h")
    Duration sweepEvery();

    /** Local dates, today included, that are read again once a day. */
    @WithDefault("14")
    int trailingDays();

    /**
     * Local time from which on the day's trailing read may take place: nights end late, and so do
     * the days of those who stay up.
     */
    @WithDefault("03:00")
    LocalTime nightEnds();

    /** Notifications of activities or sleep that are followed at once. */
    @WithDefault("3")
    int bellsAtOnce();

    /** Pause between two that are followed after that. */
    @WithDefault("1h")
    Duration bellEvery();

    /** After a night was told: pauses before the tries for what is measured in it. */
    @WithDefault("15m,30m,1h,2h,4h")
    List<Duration> awaited();

    /**
     * Questions for one series in one pass; what a device that was away brings comes over several
     * hours.
     */
    @WithDefault("4")
    int seriesPerPass();

    /**
     * A pass that has asked so much before it comes to a series, because a device has brought weeks
     * of activities, asks for one date of it only: the rest has time, the hour has a quota.
     */
    @WithDefault("12")
    int muchAsked();

    /** What two complete readings, so far apart at least, do not show any more has vanished. */
    @WithDefault("10m")
    Duration vanishedAfter();

    /** What ended longer ago than this when it was captured is LATE, not LIVE. */
    @WithDefault("24h")
    Duration lateAfter();

    /** Pause after the first failure of a provider; doubles with each further one. */
    @WithDefault("10s")
    Duration firstPause();

    /** Longest pause after failures. */
    @WithDefault("30m")
    Duration longestPause();

    /** How long to leave a connection alone that lacks the scope for its data. */
    @WithDefault("24h")
    Duration forbiddenPause();

    /**
     * How long the answers of settled things are kept: longer than the trailing days, so that a
     * bundle never lacks a part that has not changed.
     */
    @WithDefault("21d")
    Duration keepParts();
}
