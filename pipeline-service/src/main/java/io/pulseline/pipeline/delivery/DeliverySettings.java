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

    /** Attempts under way, or ended and not noted yet, at the same time in this process. */
    @WithDefault("256")
    int atOnce();

    /** Of those, to one target: a slow one must not hold up the others. */
    @WithDefault("4")
    int atOncePerTarget();

    /** Attempts a second to one target, from each process; 0 for as many as there are. */
    @WithDefault("100")
    int mostASecondPerTarget();

    /** When a target is left alone for a while. */
    Breaker breaker();

    /** A circuit breaker, one for each target in each process. */
    interface Breaker {
        /** So many attempts are looked at, the latest. */
        @WithDefault("8")
        int attempts();

        /** So many of them failed: then it opens. Not more than there are. */
        @WithDefault("6")
        int failures();

        /** How long it stays open, before one delivery is tried. */
        @WithDefault("30s")
        Duration delay();
    }

    /** How long a refused or exhausted delivery keeps what it would send when asked to. */
    @WithDefault("30d")
    Duration keepFailed();
}
