package io.pulseline.normalizer.intake;

import io.pulseline.normalizer.intake.Reading.Mapped;
import io.pulseline.normalizer.intake.Reading.Outgoing;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Sends records to their topics. Each lane has one producer for all topics: a payload's records
 * leave together, and a long history never stands in the buffer before what is new.
 */
@ApplicationScoped
class RecordOutlet {
    /** W3C trace context: whoever follows a notification to its targets needs it handed on. */
    private static final List<String> TRACE_HEADERS = List.of("traceparent", "tracestate");

    private final MutinyEmitter<byte[]> live;
    private final MutinyEmitter<byte[]> backfill;

    RecordOutlet(
            @Channel("records") MutinyEmitter<byte[]> live,
            @Channel("backfill-records") MutinyEmitter<byte[]> backfill) {
        this.live = live;
        this.backfill = backfill;
    }

    /**
     * Sends the records of one payload when subscribed to, in their order and without waiting in
     * between; done when Kafka has acknowledged all. After a failure some may have arrived; sent
     * again, they are the same bytes.
     *
     * @param cause metadata of the payload they were made of
     */
    Uni<Void> publish(Lane lane, Mapped mapped, Metadata cause) {
        if (mapped.records().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        MutinyEmitter<byte[]> emitter =
                switch (lane) {
                    case LIVE -> live;
                    case BACKFILL -> backfill;
                };
        List<Header> trace = trace(cause);
        return Uni.createFrom()
                .deferred(() -> {
                    List<Uni<Void>> sent = new ArrayList<>(mapped.records().size());
                    for (Outgoing record : mapped.records()) {
                        sent.add(emitter.sendMessage(message(record, trace)));
                    }
                    return Uni.join().all(sent).andFailFast().replaceWithVoid();
                });
    }

    private static Message<byte[]> message(Outgoing record, List<Header> trace) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        trace.forEach(headers::add);
        return Message.of(
                record.value(),
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(record.topic())
                                .withKey(record.key())
                                .withHeaders(headers)
                                .build()));
    }

    private static List<Header> trace(Metadata cause) {
        List<Header> trace = new ArrayList<>();
        cause.get(IncomingKafkaRecordMetadata.class)
                .ifPresent(record -> {
                    for (String name : TRACE_HEADERS) {
                        Header header = record.getHeaders().lastHeader(name);
                        if (header != null) {
                            trace.add(header);
                        }
                    }
                });
        return trace;
    }
}
