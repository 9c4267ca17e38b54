package io.pulseline.normalizer.replay;

import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.intake.RecordCodecs;
import io.pulseline.normalizer.record.Fields;
import io.pulseline.normalizer.record.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The newest revision of each record that was re-read, as it stands on the topics. */
final class PublishedRecords {
    private final TopicReader topics;
    private final RecordCodecs codecs;
    private final Map<UUID, RecordKind> wanted = new HashMap<>();
    private final Map<RecordKind, List<TopicPartition>> partitions =
            new EnumMap<>(RecordKind.class);
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final Map<UUID, Published> newest = new HashMap<>();

    PublishedRecords(
            Cluster cluster, TopicReader topics, RecordCodecs codecs, Collection<Reread> records) {
        this.topics = topics;
        this.codecs = codecs;
        for (Reread record : records) {
            wanted.put(record.recordId(), record.kind());
            partitions.computeIfAbsent(record.kind(), kind -> cluster.partitions(kind.topic()));
        }
    }

    /** Reads what was published since the last time; the first time, everything. */
    void catchUp() {
        partitions.forEach((kind, all) -> {
            Map<TopicPartition, Span> spans = new HashMap<>();
            topics.stored(all, null, null)
                    .forEach((partition, whole) -> {
                        long from = reached.getOrDefault(partition, whole.from());
                        spans.put(partition, new Span(from, whole.end()));
                        reached.put(partition, whole.end());
                    });
            topics.read(spans, record -> take(kind, record));
        });
    }

    /** The newest reading that consumers have of a record; null if they have none. */
    @Nullable Published newest(UUID recordId) {
        return newest.get(recordId);
    }

    /** The record itself. */
    SpecificRecord fetch(RecordKind kind, Published published) {
        return codecs.decode(kind, topics.at(published.place()).value());
    }

    private void take(RecordKind kind, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || isOfNoInterest(record)) {
            return;
        }
        try {
            SpecificRecord value = codecs.decode(kind, record.value());
            UUID recordId = UUID.fromString(String.valueOf(Fields.get(value, "recordId")));
            if (wanted.containsKey(recordId)) {
                newest.merge(recordId, Published.of(value, Place.of(record)), Published::orNewer);
            }
        } catch (UndecodableException | IllegalArgumentException e) {
            // Another producer's mistake; the record is as good as not there for every consumer.
        }
    }

    /** Told from the header, so that other people's records need not be unpacked. */
    private boolean isOfNoInterest(ConsumerRecord<String, byte[]> record) {
        Header subject = record.headers().lastHeader("ce_subject");
        if (subject == null) {
            return false;
        }
        try {
            return !wanted.containsKey(
                    UUID.fromString(new String(subject.value(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
