package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes {@code source.connections.v1}; key is the connection, so the topic can be compacted. */
@ApplicationScoped
public class ConnectionPublisher {
    private static final String TYPE = "io.pulseline.source.connection-changed.v1";

    private final MutinyEmitter<byte[]> channel;
    private final AvroCodec<ConnectionChanged> codec;
    private final PublishConfig config;

    ConnectionPublisher(
            @Channel("connections-out") MutinyEmitter<byte[]> channel,
            AvroCodec<ConnectionChanged> codec,
            PublishConfig config) {
        this.channel = channel;
        this.codec = codec;
        this.config = config;
    }

    /**
     * Sends one state and waits for Kafka; blocks.
     *
     * @param eventId the same for every repetition of this state
     */
    public PublishOutcome publish(ConnectionChanged changed, UUID eventId) {
        CloudEvent event =
                new CloudEvent(
                        eventId,
                        TYPE,
                        PayloadPublisher.SOURCE,
                        Instant.ofEpochMilli(changed.getChangedEpochMillis()),
                        changed.getConnectionId());
        return Outgoing.outcome(
                Outgoing.send(channel, changed.getConnectionId(), event, codec.encode(changed)),
                config.acknowledgedWithin());
    }

    /**
     * Says that nothing is left of a connection: a record without value, after which the topic
     * forgets the key. Waits for Kafka; blocks.
     */
    public PublishOutcome gone(UUID connectionId) {
        return Outgoing.outcome(
                channel.sendMessage(KafkaRecord.<String, byte[]>of(connectionId.toString(), null)),
                config.acknowledgedWithin());
    }
}
