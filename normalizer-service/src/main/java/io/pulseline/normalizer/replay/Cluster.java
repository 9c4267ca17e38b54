package io.pulseline.normalizer.replay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * What a Kafka knows of its topics and groups. Fails with a {@link KafkaException} if it is away.
 */
final class Cluster implements AutoCloseable {
    /** How long Kafka may take for one answer before it counts as away. */
    static final int ANSWER_MILLISECONDS = 10_000;

    private final String address;
    private final Admin admin;

    Cluster(String address) {
        this.address = address;
        this.admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                address,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                ANSWER_MILLISECONDS,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                ANSWER_MILLISECONDS / 2));
    }

    /**
     * The partitions of a topic.
     *
     * @throws ReplayException if Kafka answers and has no such topic
     */
    List<TopicPartition> partitions(String topic) {
        try {
            @Nullable TopicDescription description =
                    answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
            return requireNonNull(description, topic).partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (UnknownTopicOrPartitionException e) {
            throw new ReplayException(
                    Exit.AWAY,
                    "Kafka at %s has no topic %s; './pulseline up' makes the topics, on Kubernetes"
                                    .formatted(address, topic)
                            + " the job 'setup' does (--kafka names another Kafka)");
        }
    }

    /** Up to where a group is done, for the partitions in which it has taken anything. */
    Map<TopicPartition, Long> doneBy(String group) {
        Map<TopicPartition, Long> done = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        done.put(partition, offset.offset());
                    }
                });
        return done;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException failure) {
                throw failure;
            }
            throw new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
