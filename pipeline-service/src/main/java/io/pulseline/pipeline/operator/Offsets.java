package io.pulseline.pipeline.operator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Differences between offsets, asked once. Blocks; all questions together have one time limit. */
final class Offsets {
    private static final List<String> OURS =
            List.of("pulseline-pipeline", "pulseline-normalizer", "pulseline-ingest");

    /** Of the pages that are open; these never note how far they are. */
    private static final String LIVE = "pulseline-pipeline-live";

    private final Admin admin;
    private final long until;

    Offsets(Admin admin, Duration patience) {
        this.admin = admin;
        this.until = System.nanoTime() + patience.toNanos();
    }

    /** Of every group of ours and every topic that it reads, by name. */
    List<Lag> lag() throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new TreeMap<>();
        ListGroupsOptions consumers = ListGroupsOptions.forConsumerGroups();
        for (GroupListing group : answer(admin.listGroups(consumers).all())) {
            String id = group.groupId();
            if (OURS.stream().anyMatch(id::startsWith) && !id.startsWith(LIVE)) {
                groups.put(id, new ListConsumerGroupOffsetsSpec());
            }
        }
        if (groups.isEmpty()) {
            return List.of();
        }
        return lag(answer(admin.listConsumerGroupOffsets(groups).all()));
    }

    private List<Lag> lag(Map<String, Map<TopicPartition, OffsetAndMetadata>> committed)
            throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> topics = new HashSet<>();
        committed
                .values()
                .forEach(group -> group.keySet().forEach(part -> topics.add(part.topic())));
        Map<TopicPartition, Span> spans = spans(topics);
        List<Lag> all = new ArrayList<>();
        new TreeMap<>(committed)
                .forEach((group, offsets) -> {
                    Map<String, Long> behind = new TreeMap<>();
                    offsets.keySet().forEach(part -> behind.put(part.topic(), 0L));
                    spans.forEach((part, span) -> {
                        // Nothing noted: it begins at the beginning.
                        behind.computeIfPresent(
                                part.topic(), (_, sum) -> sum + span.beyond(offsets.get(part)));
                    });
                    behind.forEach((topic, records) -> all.add(new Lag(group, topic, records)));
                });
        return all;
    }

    /** Of every topic that may have some. */
    List<DeadLetterCount> deadLetters()
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Long> records = new HashMap<>();
        List<String> wanted = DeadLetterTopic.all().stream().map(DeadLetterTopic::name).toList();
        spans(wanted)
                .forEach((part, span) -> records.merge(part.topic(), span.records(), Long::sum));
        return wanted.stream().map(name -> new DeadLetterCount(name, records.get(name))).toList();
    }

    /** Only of topics that are there. */
    private Map<TopicPartition, Span> spans(Collection<String> wanted)
            throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> there = new HashSet<>(answer(admin.listTopics().names()));
        there.retainAll(wanted);
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicDescription topic :
                answer(admin.describeTopics(there).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(part -> {
                        TopicPartition place = new TopicPartition(topic.name(), part.partition());
                        earliest.put(place, OffsetSpec.earliest());
                        latest.put(place, OffsetSpec.latest());
                    });
        }
        KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> begins =
                admin.listOffsets(earliest).all();
        KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> ends =
                admin.listOffsets(latest).all();
        Map<TopicPartition, Span> spans = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : answer(ends).entrySet()) {
            ListOffsetsResultInfo begin = answer(begins).get(end.getKey());
            if (begin != null) {
                spans.put(end.getKey(), new Span(begin.offset(), end.getValue().offset()));
            }
        }
        return spans;
    }

    private <T> T answer(KafkaFuture<T> asked)
            throws ExecutionException, TimeoutException, InterruptedException {
        return asked.get(Math.max(until - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
    }

    /**
     * What a partition holds.
     *
     * @param begin offset of its first record
     * @param end offset after its last one
     */
    private record Span(long begin, long end) {
        long records() {
            return end - begin;
        }

        long beyond(@Nullable OffsetAndMetadata committed) {
            long from = committed == null ? begin : Math.max(committed.offset(), begin);
            return Math.max(end - from, 0);
        }
    }
}
