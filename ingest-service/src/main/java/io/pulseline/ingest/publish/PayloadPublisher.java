package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * Writes {@code source.payloads.v1}; key is the user. Encoding and sending are two steps, because
 * the ledger keeps the encoded bytes until Kafka has them: what is sent again after a crash is the
 * same, byte for byte.
 */
@ApplicationScoped
public class PayloadPublisher {
    static final String SOURCE = "/pulseline/ingest";
    private static final String TYPE = "io.pulseline.source.payload-captured.v1";

    private final MutinyEmitter<byte[]> channel;
    private final AvroCodec<PayloadCaptured> codec;
    private final PublishConfig config;

    PayloadPublisher(
            @Channel("payloads-out") MutinyEmitter<byte[]> channel,
            AvroCodec<PayloadCaptured> codec,
            PublishConfig config) {
        this.channel = channel;
        this.codec = codec;
        this.config = config;
    }

    /**
     * The payload's bytes as they go to Kafka.
     *
     * @throws io.pulseline.contracts.wire.RegistryUnavailableException if the schema is not known
     *     yet and the registry does not answer
     */
    public byte[] encode(PayloadCaptured payload) {
        return codec.encode(payload);
    }

    /** Sends encoded bytes and waits for Kafka; blocks. */
    public PublishOutcome publish(
            UUID user, UUID payloadId, String thingKey, Instant capturedAt, byte[] encoded) {
        CloudEvent event = new CloudEvent(payloadId, TYPE, SOURCE, capturedAt, thingKey);
        return Outgoing.outcome(
                Outgoing.send(channel, user.toString(), event, encoded),
                config.acknowledgedWithin());
    }
}
