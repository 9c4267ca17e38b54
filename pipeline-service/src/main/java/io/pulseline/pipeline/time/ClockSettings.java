package io.pulseline.pipeline.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the time comes from. */
@ConfigMapping(prefix = "pulseline.clock")
interface ClockSettings {
    /** Address of a simulated clock to follow; for the local stack only. */
    Optional<URI> follow();

    /** How often the simulated clock is asked; it may jump at any moment. */
    @WithDefault("250ms")
    Duration poll();
}
