package io.pulseline.pipeline.target.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Topics that pipelines may have for themselves. */
@ConfigMapping(prefix = "pulseline.kafka-target")
interface KafkaTargetSettings {
    /** Stands before the name that a user chose. */
    @WithDefault("pipeline.")
    String topicPrefix();
}
