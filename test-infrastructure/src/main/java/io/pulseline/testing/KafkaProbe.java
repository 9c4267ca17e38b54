package io.pulseline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes bytes to topics and reads what lies in them. Reads belong to no consumer group and always
 * start at the beginning, so a record cannot be missed. For one thread.
 */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public KafkaProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Topics.MAXIMUM_MESSAGE_BYTES,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                ANSWER_LIMIT.toMillis()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /**
     * Returns when Kafka has the record.
     *
     * @param value null is a tombstone
     */
    public void produce(
            String topic,
            @Nullable String key,
            byte @Nullable [] value,
            Map<String, String> headers) {
        ProducerRecord<String, byte[]> entry = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> entry.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(entry).get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Kafka did not take a record for " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while writing to " + topic, e);
        }
    }

    /** Everything that lies in the topic now, in order per partition. */
    public List<ConsumerRecord<String, byte[]>> everythingIn(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = fromBeginning(consumer, topic);
            long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("the end of " + topic + " was not reached in 20 s");
                }
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    /**
     * Waits until the topic holds that many records that match, and gives all that match.
     *
     * @throws AssertionError if it does not within the limit; the message says how many there were
     */
    public List<ConsumerRecord<String, byte[]>> await(
            String topic,
            Predicate<ConsumerRecord<String, byte[]>> wanted,
            int count,
            Duration limit) {
        List<ConsumerRecord<String, byte[]>> matching = new ArrayList<>();
        int seen = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            fromBeginning(consumer, topic);
            long deadline = System.nanoTime() + limit.toNanos();
            while (matching.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "%s: %d of %d wanted records within %d ms, among %d records"
                                    .formatted(
                                            topic, matching.size(), count, limit.toMillis(), seen));
                }
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                    seen++;
                    if (wanted.test(entry)) {
                        matching.add(entry);
                    }
                }
            }
        }
        return matching;
    }

    /** The headers of a record as text; of several with one name the last. */
    public static Map<String, String> headersOf(ConsumerRecord<?, ?> entry) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : entry.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<TopicPartition, Long> fromBeginning(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        Topics.MAXIMUM_MESSAGE_BYTES,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
