package io.pulseline.contracts;

import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka topic as Pulseline creates it.
 *
 * @param name full name, version included
 * @param partitions how many consumers of one group may share it
 * @param configuration topic settings as Kafka spells them
 * @param valueSchema schema of its values, registered as {@code <name>-value}; null for dead-letter
 *     topics, which keep original bytes
 */
public record Topic(
        String name,
        int partitions,
        Map<String, String> configuration,
        @Nullable Schema valueSchema) {
    public Topic {
        if (name.isBlank() || partitions < 1) {
            throw new IllegalArgumentException(
                    "topic '"
                            + name
                            + "' needs a name and at least one partition, not "
                            + partitions);
        }
        configuration = Map.copyOf(configuration);
    }

    /** The registry's subject for the values of this topic (Confluent's TopicNameStrategy). */
    public String valueSubject() {
        return name + "-value";
    }
}
