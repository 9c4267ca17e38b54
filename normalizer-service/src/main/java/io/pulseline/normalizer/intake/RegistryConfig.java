package io.pulseline.normalizer.intake;

import io.smallrye.config.ConfigMapping;

/** The schema registry. */
@ConfigMapping(prefix = "pulseline.registry")
interface RegistryConfig {
    /** Base address without a path, for example {@code http://localhost:8085}. */
    String url();
}
