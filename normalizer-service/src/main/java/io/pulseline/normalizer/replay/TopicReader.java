package io.pulseline.normalizer.replay;

import io.pulseline.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics as a plain consumer that belongs to no group and commits nothing: nobody else
 * notices it. For one thread.
 */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STANDSTILL = Duration.ofMillis(Cluster.ANSWER_MILLISECONDS);

    private final KafkaConsumer<String, byte[]> consumer;

    TopicReader(String address) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                address,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false,
                                // What retention takes away meanwhile is gone, not a failure.
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                // One largest value fits; all partitions together stay small.
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                Topics.MAXIMUM_MESSAGE_BYTES,
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                                Topics.MAXIMUM_MESSAGE_BYTES,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                Cluster.ANSWER_MILLISECONDS,
                                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                Cluster.ANSWER_MILLISECONDS / 2),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** What was stored between two times; null is the beginning, or the present end. */
    Map<TopicPartition, Span> stored(
            List<TopicPartition> partitions, @Nullable Instant from, @Nullable Instant to) {
        Map<TopicPartition, Long> starts =
                from == null ? consumer.beginningOffsets(partitions) : at(partitions, from);
        Map<TopicPartition, Long> ends = to == null ? ends(partitions) : at(partitions, to);
        Map<TopicPartition, Span> spans = new HashMap<>();
        for (TopicPartition partition : partitions) {
            spans.put(
                    partition,
                    new Span(starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)));
        }
        return spans;
    }

    /** First offset of each partition at or after a time; the end where all is older. */
    private Map<TopicPartition, Long> at(List<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(ends(partitions));
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                consumer.offsetsForTimes(asked).entrySet()) {
            OffsetAndTimestamp offset = found.getValue();
            if (offset != null) {
                offsets.put(found.getKey(), offset.offset());
            }
        }
        return offsets;
    }

    /** The present ends. */
    Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /**
     * Hands over everything in these spans, in order for each partition.
     *
     * @throws TimeoutException if nothing comes any more before the end
     */
    void read(Map<TopicPartition, Span> spans, Consumer<ConsumerRecord<String, byte[]>> sink) {
        Map<TopicPartition, Span> wanted = new HashMap<>(spans);
        wanted.values().removeIf(Span::isEmpty);
        consumer.assign(wanted.keySet());
        wanted.forEach((partition, span) -> consumer.seek(partition, span.from()));
        long reached = -1;
        long since = System.nanoTime();
        while (wanted.entrySet().stream()
                .anyMatch(each -> consumer.position(each.getKey()) < each.getValue().end())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                long end = wanted.getOrDefault(partition, new Span(0, 0)).end();
                records.records(partition).stream()
                        .filter(record -> record.offset() < end)
                        .forEach(sink);
            }
            long now = wanted.keySet().stream().mapToLong(consumer::position).sum();
            if (now != reached) {
                reached = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                throw new TimeoutException("nothing was read for " + STANDSTILL.toSeconds() + " s");
            }
        }
    }

    /**
     * One value.
     *
     * @throws ReplayException if it is gone by now
     */
    ConsumerRecord<String, byte[]> at(Place place) {
        Map<TopicPartition, ConsumerRecord<String, byte[]>> found = new HashMap<>();
        read(
                Map.of(place.partition(), new Span(place.offset(), place.offset() + 1)),
                record -> found.put(place.partition(), record));
        ConsumerRecord<String, byte[]> record = found.get(place.partition());
        if (record == null) {
            throw new ReplayException(
                    Exit.UNFINISHED,
                    place + " is gone: its topic's retention ended meanwhile; start again");
        }
        return record;
    }

    @Override
    public void close() {
        // There is no group to leave; a Kafka that is away would be waited for.
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
