package io.pulseline.pipeline.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a person is erased. */
@ConfigMapping(prefix = "pulseline.erasure")
interface ErasureSettings {
    /** The longest retention of topics with data of people; then nothing is left anywhere. */
    @WithDefault("30d")
    Duration longestRetention();

    /** How long the word that confirms it holds. */
    @WithDefault("15m")
    Duration confirmWithin();

    /**
     * After everybody was told and before the last look: longer than any lease or transaction, so
     * that what was under way has written what it will.
     */
    @WithDefault("45s")
    Duration settle();

    /** Rows deleted in one transaction. */
    @WithDefault("500")
    int batch();
}
