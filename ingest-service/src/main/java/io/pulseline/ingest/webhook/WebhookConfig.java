package io.pulseline.ingest.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the webhook answers. */
@ConfigMapping(prefix = "ingest.webhook")
interface WebhookConfig {
    /**
     * Total time for Kafka's acknowledgement, 503 afterwards. Fitbit counts 5 s as failure; we
     * promise less than 4 s and leave half a second for the way.
     */
    @WithDefault("3500ms")
    Duration acknowledgedWithin();

    /** Largest body in bytes; a batch of ten thousand notifications fits. */
    @WithDefault("1048576")
    int maximumBodyBytes();
}
