package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Writes {@code source.payloads.v1.dead-letter}: answers that ingest could not cut apart, as
 * payloads that hold them whole, with the reason in the header {@code dead-letter-reason}.
 */
@ApplicationScoped
public class DeadLetterPublisher {
    private final MutinyEmitter<byte[]> channel;
    private final AvroCodec<PayloadCaptured> codec;
    private final PublishConfig config;

    DeadLetterPublisher(
            @Channel("dead-letters-out") MutinyEmitter<byte[]> channel,
            AvroCodec<PayloadCaptured> codec,
            PublishConfig config) {
        this.channel = channel;
        this.codec = codec;
        this.config = config;
    }

    /**
     * Sends one and waits for Kafka; blocks.
     *
     * @param reason for operators; never quotes the bytes
     * @throws io.pulseline.contracts.wire.RegistryUnavailableException if the schema is not known
     *     yet and the registry does not answer
     */
    public PublishOutcome publish(PayloadCaptured payload, String reason) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        OutgoingKafkaRecordMetadata<String> envelope =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(payload.getUser())
                        .withHeaders(headers)
                        .build();
        Uni<Void> sending =
                channel.sendMessage(Message.of(codec.encode(payload), Metadata.of(envelope)));
        return Outgoing.outcome(sending, config.acknowledgedWithin());
    }
}
