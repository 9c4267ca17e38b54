package io.pulseline.pipeline.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka tells of itself.
 *
 * @param lag of our consumers; null where Kafka did not answer in time
 * @param deadLetters of every topic that may have some; null where Kafka did not answer in time
 */
public record KafkaState(@Nullable List<Lag> lag, @Nullable List<DeadLetterCount> deadLetters) {
    /** Of a Kafka that does not answer. */
    static final KafkaState UNKNOWN = new KafkaState(null, null);
}
