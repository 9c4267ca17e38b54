package io.pulseline.acceptance;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.localstack.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic that one pipeline has for itself, as a consumer outside Pulseline reads it. */
record OwnTopic(RunningStack stack, String name) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** One value, with the id of its CloudEvent and the key. */
    record Value(String cloudEventId, String key, BoostedActivity boosted) {}

    /** Everything on it, of each partition in order; nothing while it is not there. */
    List<Value> values() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings());
                AvroCodec<BoostedActivity> codec =
                        new AvroCodec<>(
                                stack.registryUrl(),
                                Topics.PIPELINE_ACTIVITIES,
                                BoostedActivity.class)) {
            List<PartitionInfo> partitions = consumer.listTopics(LIMIT).get(name);
            return partitions == null ? List.of() : read(consumer, codec, partitions);
        }
    }

    private static List<Value> read(
            KafkaConsumer<String, byte[]> consumer,
            AvroCodec<BoostedActivity> codec,
            List<PartitionInfo> found) {
        List<TopicPartition> partitions =
                found.stream()
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
        List<Value> values = new ArrayList<>();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the topic could not be read to its end in time");
            }
            consumer.poll(Duration.ofMillis(200))
                    .forEach(message -> values.add(value(codec, message)));
        }
        return values;
    }

    private static Value value(
            AvroCodec<BoostedActivity> codec, ConsumerRecord<String, byte[]> message) {
        byte[] id = Objects.requireNonNull(message.headers().lastHeader("ce_id")).value();
        return new Value(
                new String(id, StandardCharsets.UTF_8),
                message.key(),
                codec.decode(message.value()));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "localhost:" + Part.KAFKA.port());
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("max.partition.fetch.bytes", Topics.MAXIMUM_MESSAGE_BYTES);
        return settings;
    }
}
