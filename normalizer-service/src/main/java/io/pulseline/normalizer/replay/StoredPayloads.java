package io.pulseline.normalizer.replay;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.intake.PayloadReader;
import io.pulseline.normalizer.intake.Reading;
import io.pulseline.normalizer.record.MappedRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The payloads that ingest stored, live ones and those of backfill. */
final class StoredPayloads {
    private static final List<String> TOPICS =
            List.of(Topics.SOURCE_PAYLOADS, Topics.SOURCE_BACKFILL);

    private final TopicReader topics;
    private final PayloadReader reader;
    private final Selection selection;
    private final Map<TopicPartition, Span> spans = new HashMap<>();

    StoredPayloads(Cluster cluster, TopicReader topics, PayloadReader reader, Selection selection) {
        this.topics = topics;
        this.reader = reader;
        this.selection = selection;
        for (String topic : TOPICS) {
            spans.putAll(
                    topics.stored(cluster.partitions(topic), selection.from(), selection.to()));
        }
    }

    /** Maps everything that is asked for. */
    Rereadings read() {
        Rereadings readings = new Rereadings();
        topics.read(spans, record -> take(record, readings));
        return readings;
    }

    /** The payloads at these places, in the order in which they were stored. */
    void fetch(Set<Place> places, Consumer<ConsumerRecord<String, byte[]>> sink) {
        topics.read(
                spans,
                record -> {
                    if (places.contains(Place.of(record))) {
                        sink.accept(record);
                    }
                });
    }

    /** A record once more, of the payload it is made of. */
    SpecificRecord fetch(Reread record) {
        if (reader.read(reader.decode(topics.at(record.payload()).value()))
                instanceof Reading.Mapped mapped) {
            for (MappedRecord each : mapped.mapping().records()) {
                if (each.recordId().equals(record.recordId())) {
                    return each.record();
                }
            }
        }
        throw new IllegalStateException(record.payload() + " gave another record before");
    }

    private void take(ConsumerRecord<String, byte[]> record, Rereadings readings) {
        if (!selection.takesKey(record.key())
                || !selection.takesTime(Instant.ofEpochMilli(record.timestamp()))) {
            readings.passedOver();
            return;
        }
        Place place = Place.of(record);
        if (record.value() == null) {
            readings.refused(new Refusal(Rereadings.UNREADABLE, place, "record has no value"));
            return;
        }
        try {
            take(reader.decode(record.value()), place, readings);
        } catch (UndecodableException e) {
            readings.refused(
                    new Refusal(Rereadings.UNREADABLE, place, String.valueOf(e.getMessage())));
        }
    }

    private void take(PayloadCaptured payload, Place place, Rereadings readings) {
        String kind = payload.getKind();
        // What an earlier replay sent is a copy of a payload that is read anyhow.
        if (!selection.takesKind(kind) || Acquisition.REPLAY.equals(payload.getAcquisition())) {
            readings.passedOver();
            return;
        }
        switch (reader.read(payload)) {
            case Reading.Mapped mapped ->
                    readings.read(
                            kind,
                            place,
                            mapped.mapping().records().stream()
                                    .map(record -> Reread.of(record, kind, place))
                                    .toList());
            case Reading.Refused refused ->
                    readings.refused(new Refusal(kind, place, refused.reason()));
        }
    }
}
