package io.pulseline.ingest.publish;

import io.smallrye.config.ConfigMapping;

/** Where the schemas are. */
@ConfigMapping(prefix = "pulseline.registry")
interface RegistryConfig {
    /** Base address without a path, for example {@code http://localhost:8085}. */
    String url();
}
