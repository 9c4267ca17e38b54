package io.pulseline.normalizer.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the preview. */
@ConfigMapping(prefix = "pulseline.preview")
interface PreviewConfig {
    /** Largest body, in bytes. A day of heart rate by the second has 3 MB, a year of sleep 5. */
    @WithDefault("8388608")
    int largestBodyBytes();
}
