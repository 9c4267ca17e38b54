package io.pulseline.localstack.play;

import io.pulseline.contracts.Topics;
import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning to their present end, as any consumer outside would. */
final class TopicReading {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration STANDS_STILL_AFTER = Duration.ofSeconds(60);

    private final String kafka;

    /**
     * @param kafka bootstrap servers
     */
    TopicReading(String kafka) {
        this.kafka = kafka;
    }

    /** Hands over every record of these topics, in order within a partition. */
    void readAll(List<String> topics, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> partitions =
                    topics.stream().flatMap(topic -> partitions(consumer, topic).stream()).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> left =
                    new HashMap<>(consumer.endOffsets(partitions, ANSWER_WITHIN));
            readUntilEnd(consumer, left, reader);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic, ANSWER_WITHIN).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static void readUntilEnd(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        long giveUpAt = System.nanoTime() + STANDS_STILL_AFTER.toNanos();
        while (!ends.isEmpty()) {
            var records = consumer.poll(Duration.ofMillis(200));
            records.forEach(reader);
            // A compacted topic's last offsets may hold nothing: the position tells, not a record.
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (!records.isEmpty()) {
                giveUpAt = System.nanoTime() + STANDS_STILL_AFTER.toNanos();
            } else if (System.nanoTime() > giveUpAt) {
                throw new StepFailedException(
                        "reading stood still before the end of "
                                + ends.keySet()
                                + " for "
                                + STANDS_STILL_AFTER.toSeconds()
                                + " s");
            }
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.MAXIMUM_MESSAGE_BYTES);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return settings;
    }
}
