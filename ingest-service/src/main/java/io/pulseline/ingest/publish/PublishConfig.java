package io.pulseline.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How records go to Kafka. */
@ConfigMapping(prefix = "ingest.publish")
interface PublishConfig {
    /**
     * How long a payload or a connection's state may wait for the brokers; the row it came from
     * stays, so giving up only means trying again.
     */
    @WithDefault("30s")
    Duration acknowledgedWithin();
}
