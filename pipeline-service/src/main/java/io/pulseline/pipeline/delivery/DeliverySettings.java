package io.pulseline.pipeline.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How deliveries are sent. */
@ConfigMapping(prefix = "pulseline.delivery")
interface DeliverySettings {
    /** After the first, second, … failed attempt; the schedule of Standard Webhooks. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retryDelays();

    /** Attempts under way at the same time, in this process. */
    @WithDefault("32")
    int atOnce();

    /** Of those, to one target: a slow one must not hold up the others. */
    @WithDefault("4")
    int atOncePerTarget();

    /** How long a refused or exhausted delivery keeps what it would send when asked to. */
    @WithDefault("30d")
    Duration keepFailed();
}
