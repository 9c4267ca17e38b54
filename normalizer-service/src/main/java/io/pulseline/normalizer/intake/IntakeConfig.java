package io.pulseline.normalizer.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the intake is patient; nothing makes it give up. */
@ConfigMapping(prefix = "pulseline.normalizer")
interface IntakeConfig {
    /** Pause after the first failure of the registry; it doubles with each further one. */
    @WithDefault("500ms")
    Duration firstRetryDelay();

    /** The longest pause between two attempts. */
    @WithDefault("10s")
    Duration longestRetryDelay();

    /** A payload that waits longer than this for registry or Kafka makes the service not ready. */
    @WithDefault("5s")
    Duration readyWhileWaiting();
}
