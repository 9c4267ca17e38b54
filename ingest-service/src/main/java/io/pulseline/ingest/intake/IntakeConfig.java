package io.pulseline.ingest.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How records are taken from Kafka. */
@ConfigMapping(prefix = "ingest.intake")
interface IntakeConfig {
    /** Longest pause of a consumer between two tries during an outage of the database. */
    @WithDefault("2s")
    Duration outagePause();
}
