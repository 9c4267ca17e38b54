package io.pulseline.ingest.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently changes are told. */
@ConfigMapping(prefix = "ingest.audit")
interface AuditConfig {
    /** How many changes may wait for Kafka, some 3 MiB; what comes beyond is lost, and counted. */
    @WithDefault("10000")
    int mostWaiting();

    /** How long Kafka may take for one; stopping waits so long for the first that it refuses. */
    @WithDefault("5s")
    Duration acknowledgedWithin();

    /** Pause after Kafka has not acknowledged one. */
    @WithDefault("1s")
    Duration pause();
}
