package io.pulseline.pipeline.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is known who changed what. */
@ConfigMapping(prefix = "pulseline.audit")
interface AuditSettings {
    /** After that an entry is deleted. A year and a month, so that a yearly review finds it all. */
    @WithDefault("400d")
    Duration keep();

    /**
     * How many entries may wait to be written, some 3 MiB; what comes beyond is lost, and counted.
     */
    @WithDefault("10000")
    int mostWaiting();
}
