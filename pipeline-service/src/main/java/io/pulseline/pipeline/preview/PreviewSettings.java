package io.pulseline.pipeline.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far a preview may go. */
@ConfigMapping(prefix = "pulseline.preview")
interface PreviewSettings {
    /** Until it is given up; a workout of a day with all boosters takes a few seconds. */
    @WithDefault("20s")
    Duration patience();
}
