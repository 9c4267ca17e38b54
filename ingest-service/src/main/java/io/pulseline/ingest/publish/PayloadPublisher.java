package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * Writes {@code source.payloads.v1} and {@code source.backfill.v1}; key is the user. Encoding and
 * sending are two steps, because the ledger keeps the encoded bytes until Kafka has them: what is
 * sent again after a crash is the same, byte for byte.
 */
@ApplicationScoped
public class PayloadPublisher {
    static final String SOURCE = "/pulseline/ingest";
    private static final String TYPE = "io.pulseline.source.payload-captured.v1";

    private final MutinyEmitter<byte[]> live;
    private final MutinyEmitter<byte[]> backfill;
    private final AvroCodec<PayloadCaptured> codec;
    private final PublishConfig config;

    PayloadPublisher(
            @Channel("payloads-out") MutinyEmitter<byte[]> live,
            @Channel("backfill-out") MutinyEmitter<byte[]> backfill,
            AvroCodec<PayloadCaptured> codec,
            PublishConfig config) {
        this.live = live;
        this.backfill = backfill;
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

    /**
     * One payload on its way.
     *
     * @param payloadId the same for every repetition
     * @param encoded as {@link #encode} gave it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sending(
            Route route,
            UUID user,
            UUID payloadId,
            String thingKey,
            Instant capturedAt,
            byte[] encoded) {}

    /** Hands all of them over in their order and waits for Kafka to have each; blocks. */
    public PublishOutcome publish(List<Sending> sendings) {
        if (sendings.isEmpty()) {
            return PublishOutcome.acknowledged();
        }
        List<Uni<Void>> handed = sendings.stream().map(this::send).toList();
        return Outgoing.outcome(
                Uni.join().all(handed).andFailFast().replaceWithVoid(),
                config.acknowledgedWithin());
    }

    private Uni<Void> send(Sending sending) {
        CloudEvent event =
                new CloudEvent(
                        sending.payloadId(),
                        TYPE,
                        SOURCE,
                        sending.capturedAt(),
                        sending.thingKey());
        MutinyEmitter<byte[]> channel =
                switch (sending.route()) {
                    case LIVE -> live;
                    case BACKFILL -> backfill;
                };
        return Outgoing.send(channel, sending.user().toString(), event, sending.encoded());
    }
}
