package io.pulseline.localstack.demo;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.localstack.client.StepFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads one topic from now on, as any consumer outside Pulseline would. */
final class TopicTail<T extends SpecificRecord> implements AutoCloseable {
    /** A record as it was seen, with the moment it was seen (nanoTime). */
    record Seen<T>(T value, String cloudEventId, int bytes, long atNanos) {}

    private final String topic;
    private final AvroCodec<T> codec;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Seen<T>> seen = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean closed;

    TopicTail(DemoAddresses addresses, String topic, Class<T> type) {
        this(addresses, topic, topic, type);
    }

    /**
     * Begins to read.
     *
     * @param schemaOf the topic under whose name the registry has the schema
     */
    TopicTail(DemoAddresses addresses, String topic, String schemaOf, Class<T> type) {
        this.topic = topic;
        this.codec = new AvroCodec<>(addresses.registry(), schemaOf, type);
        this.consumer = new KafkaConsumer<>(settings(addresses.kafka()));
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.reader = Thread.ofPlatform().daemon().name("tail-" + topic).start(this::read);
    }

    private static Properties settings(String kafka) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAXIMUM_MESSAGE_BYTES);
        return settings;
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
            }
        } catch (WakeupException closing) {
            // close() wakes the consumer; there is nothing left to do.
        }
    }

    private void keep(ConsumerRecord<String, byte[]> message) {
        Header id = message.headers().lastHeader("ce_id");
        String cloudEventId = id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
        seen.add(
                new Seen<>(
                        codec.decode(message.value()),
                        cloudEventId,
                        message.value().length,
                        System.nanoTime()));
    }

    /** The first record since the start that fits. */
    Seen<T> await(String what, Duration limit, Predicate<T> fits) throws Exception {
        return Await.until(what + " on " + topic, limit, () -> first(fits));
    }

    private Optional<Seen<T>> first(Predicate<T> fits) {
        if (!reader.isAlive()) {
            throw new StepFailedException(
                    "reading " + topic + " stopped: a value there could not be decoded");
        }
        return seen.stream().filter(record -> fits.test(record.value())).findFirst();
    }

    /** All records since the start that fit, in the order in which they were seen. */
    List<Seen<T>> all(Predicate<T> fits) {
        return seen.stream().filter(record -> fits.test(record.value())).toList();
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        codec.close();
    }
}
