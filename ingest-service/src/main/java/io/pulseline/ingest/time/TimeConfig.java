package io.pulseline.ingest.time;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Which clock the service goes by. */
@ConfigMapping(prefix = "pulseline.clock")
interface TimeConfig {
    /** A simulated clock to follow ({@code {"now": "..."}}); for the local stack only. */
    Optional<URI> follow();
}
