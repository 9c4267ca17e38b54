package io.pulseline.normalizer.intake;

import io.pulseline.normalizer.intake.Reading.Mapped;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Sends records to their topic. */
@ApplicationScoped
class RecordOutlet {
    /** W3C trace context: whoever follows a notification to its targets needs it handed on. */
    private static final List<String> TRACE_HEADERS = List.of("traceparent", "tracestate");

    private final MutinyEmitter<byte[]> activities;

    RecordOutlet(@Channel("activities") MutinyEmitter<byte[]> activities) {
        this.activities = activities;
    }

    /**
     * Sends a record when subscribed to; done when Kafka has acknowledged it.
     *
     * @param cause metadata of the payload it was made of
     */
    Uni<Void> publish(Mapped mapped, Metadata cause) {
        return Uni.createFrom()
                .deferred(() ->
                        activities.sendMessage(
                                Message.of(
                                        mapped.value(),
                                        Metadata.of(
                                                OutgoingKafkaRecordMetadata.<String>builder()
                                                        .withKey(mapped.key())
                                                        .withHeaders(headers(mapped, cause))
                                                        .build()))));
    }

    private static Headers headers(Mapped mapped, Metadata cause) {
        RecordHeaders headers = new RecordHeaders(mapped.headers());
        cause.get(IncomingKafkaRecordMetadata.class)
                .ifPresent(record -> {
                    for (String name : TRACE_HEADERS) {
                        Header header = record.getHeaders().lastHeader(name);
                        if (header != null) {
                            headers.add(header);
                        }
                    }
                });
        return headers;
    }
}
