package io.pulseline.ingest.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which clock the service goes by. */
@ConfigMapping(prefix = "pulseline.clock")
interface TimeConfig {
    /** A simulated clock to follow ({@code {"now": "..."}}); for the local stack only. */
    Optional<URI> follow();

    /** How often it is asked. Small against the seconds that a demo waits, large against a call. */
    @WithDefault("100ms")
    Duration poll();
}
