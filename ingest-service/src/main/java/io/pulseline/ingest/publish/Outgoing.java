package io.pulseline.ingest.publish;

import io.pulseline.contracts.wire.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** One record, key and headers as every topic of ours has them, handed to a channel. */
final class Outgoing {
    private Outgoing() {}

    /** Completes when Kafka has acknowledged; fails when it has refused or the channel is full. */
    static Uni<Void> send(
            MutinyEmitter<byte[]> channel, String key, CloudEvent event, byte[] value) {
        OutgoingKafkaRecordMetadata<String> envelope =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .withHeaders(event.headers())
                        .build();
        return channel.sendMessage(Message.of(value, Metadata.of(envelope)));
    }

    /** Waits for it. */
    static PublishOutcome outcome(Uni<Void> sending, Duration atMost) {
        try {
            sending.await().atMost(atMost);
            return PublishOutcome.acknowledged();
        } catch (RuntimeException e) {
            return PublishOutcome.notAcknowledged(
                    "Kafka did not acknowledge within "
                            + atMost
                            + " ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }
}
