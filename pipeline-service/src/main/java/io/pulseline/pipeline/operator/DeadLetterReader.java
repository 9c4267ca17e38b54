package io.pulseline.pipeline.operator;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads dead letters with a consumer that lives for one question and belongs to no group. Blocks,
 * {@value #PATIENCE_SECONDS} s at most; only a few records are in memory at once, however many are
 * asked for.
 */
@ApplicationScoped
class DeadLetterReader {
    private static final int PATIENCE_SECONDS = 10;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** A record may have 8 MiB. */
    private static final int RECORDS_IN_MEMORY = 10;

    private final Map<String, Object> kafka;
    private final int largestMessage;
    private final Semaphore free = new Semaphore(2);

    DeadLetterReader(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "pulseline.kafka.maximum-message-bytes") int largestMessage) {
        this.kafka = new HashMap<>(kafka);
        this.largestMessage = largestMessage;
    }

    /**
     * Those after a place, in the order of partitions and offsets.
     *
     * @throws KafkaAwayException if Kafka does not answer in time
     */
    List<DeadLetter> after(DeadLetterTopic topic, Place place, int most) {
        return asked(consumer -> new Reading(consumer, topic).after(place, most));
    }

    /**
     * The message at a place; empty if there is none, or none any more.
     *
     * @throws KafkaAwayException if Kafka does not answer in time
     */
    Optional<ConsumerRecord<byte[], byte[]>> at(DeadLetterTopic topic, Place place) {
        return asked(consumer -> new Reading(consumer, topic).at(place));
    }

    private <T> T asked(Function<Consumer<byte[], byte[]>, T> question) {
        if (!free.tryAcquire()) {
            throw new KafkaAwayException("Others are looking at dead letters; try again soon.");
        }
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            return question.apply(consumer);
        } catch (KafkaException _) {
            throw new KafkaAwayException("Kafka does not answer; try again soon.");
        } finally {
            free.release();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "pulseline-pipeline-dead-letters");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What retention takes while we read is passed over.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_IN_MEMORY);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, largestMessage);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, largestMessage);
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER.toMillis()));
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER.toMillis()));
        return settings;
    }

    /** One question's way through the partitions. */
    private static final class Reading {
        private final Consumer<byte[], byte[]> consumer;
        private final DeadLetterTopic topic;
        private final long until =
                System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();

        Reading(Consumer<byte[], byte[]> consumer, DeadLetterTopic topic) {
            this.consumer = consumer;
            this.topic = topic;
        }

        List<DeadLetter> after(Place place, int most) {
            List<DeadLetter> found = new ArrayList<>();
            for (TopicPartition part : partitions()) {
                if (part.partition() >= place.partition() && found.size() < most) {
                    long from = part.partition() == place.partition() ? place.offset() + 1 : 0;
                    read(part, from, most - found.size(), DeadLetter::of, found);
                }
            }
            return found;
        }

        Optional<ConsumerRecord<byte[], byte[]>> at(Place place) {
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            for (TopicPartition part : partitions()) {
                if (part.partition() == place.partition()) {
                    read(part, place.offset(), 1, message -> message, found);
                }
            }
            return found.stream().filter(one -> one.offset() == place.offset()).findFirst();
        }

        private List<TopicPartition> partitions() {
            List<PartitionInfo> known = consumer.partitionsFor(topic.name());
            return known == null
                    ? List.of()
                    : known.stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .sorted((one, other) -> one.partition() - other.partition())
                            .toList();
        }

        private <T> void read(
                TopicPartition part,
                long from,
                int most,
                Function<ConsumerRecord<byte[], byte[]>, T> kept,
                List<T> into) {
            List<TopicPartition> only = List.of(part);
            long begin = consumer.beginningOffsets(only).getOrDefault(part, 0L);
            long end = consumer.endOffsets(only).getOrDefault(part, 0L);
            long next = Math.max(from, begin);
            if (next >= end) {
                return;
            }
            int full = into.size() + most;
            consumer.assign(only);
            consumer.seek(part, next);
            while (into.size() < full && consumer.position(part) < end) {
                if (System.nanoTime() > until) {
                    throw new KafkaAwayException("Kafka was too slow; ask for fewer.");
                }
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL).records(part)) {
                    if (into.size() < full && message.offset() < end) {
                        into.add(kept.apply(message));
                    }
                }
            }
        }
    }
}
