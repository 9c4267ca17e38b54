package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes {@code source.audit.v1}; key is whoever did it, so one person's acts stay in order. */
@ApplicationScoped
public class AuditPublisher {
    private static final String TYPE = "io.pulseline.source.change-audited.v1";

    private final MutinyEmitter<byte[]> channel;
    private final AvroCodec<ChangeAudited> codec;

    AuditPublisher(
            @Channel("audit-out") MutinyEmitter<byte[]> channel, AvroCodec<ChangeAudited> codec) {
        this.channel = channel;
        this.codec = codec;
    }

    /**
     * Sends one and waits for Kafka, at most {@code within}, whatever it hangs on (the registry at
     * first use, the brokers later); blocks.
     */
    public PublishOutcome publish(ChangeAudited change, Duration within) {
        CloudEvent event =
                new CloudEvent(
                        UUID.fromString(change.getChangeId()),
                        TYPE,
                        PayloadPublisher.SOURCE,
                        Instant.ofEpochMilli(change.getAtEpochMillis()),
                        change.getActor());
        Uni<Void> sending =
                Uni.createFrom()
                        .item(() -> codec.encode(change))
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                        .chain(value -> Outgoing.send(channel, change.getActor(), event, value));
        return Outgoing.outcome(sending, within);
    }
}
