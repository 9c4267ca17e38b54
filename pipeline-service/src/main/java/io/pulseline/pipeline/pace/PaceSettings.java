package io.pulseline.pipeline.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this process shares work with others of its kind. */
@ConfigMapping(prefix = "pulseline.pace")
public interface PaceSettings {
    /**
     * Name of this process, the same after a restart and unlike that of any other: what it had
     * claimed before it was killed, it takes up again at once.
     */
    String instance();

    /** How long a claim holds without a result; then any other process may take the work. */
    @WithDefault("30s")
    Duration lease();

    /** How often the loops look for work that nobody woke them for. */
    @WithDefault("1s")
    Duration poll();

    /** How often what time alone brings about is looked for: old runs, exports that expire. */
    @WithDefault("1m")
    Duration keep();
}
