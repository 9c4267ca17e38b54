package io.pulseline.ingest.publish;

import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes {@code source.notifications.v1}; key is provider and owner id. */
@ApplicationScoped
public class NotificationPublisher {
    private static final String TYPE = "io.pulseline.source.notification.v1";

    /**
     * More than one delivery can hold (1 MiB of the shortest entries); what overflows while Kafka
     * is away is refused at once, so memory stays bounded.
     */
    private static final int AT_ONCE = 20_000;

    private final MutinyEmitter<byte[]> channel;
    private final AvroCodec<SourceNotification> codec;

    NotificationPublisher(
            @Channel("notifications-out")
                    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = AT_ONCE)
                    MutinyEmitter<byte[]> channel,
            AvroCodec<SourceNotification> codec) {
        this.channel = channel;
        this.codec = codec;
    }

    /**
     * Sends all of them and waits for Kafka, at most {@code within} in total, whatever it hangs on
     * (the registry at first use, the brokers later).
     */
    public PublishOutcome publish(List<SourceNotification> notifications, Duration within) {
        if (notifications.isEmpty()) {
            return PublishOutcome.acknowledged();
        }
        Uni<Void> all =
                Uni.createFrom()
                        .item(() -> notifications.stream().map(this::encoded).toList())
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                        .chain(sendings ->
                                Uni.join()
                                        .all(sendings.stream().map(this::send).toList())
                                        .andFailFast()
                                        .replaceWithVoid());
        return Outgoing.outcome(all, within);
    }

    private Encoded encoded(SourceNotification notification) {
        return new Encoded(notification, codec.encode(notification));
    }

    private Uni<Void> send(Encoded encoded) {
        SourceNotification notification = encoded.notification();
        String key = notification.getProvider() + ":" + notification.getOwnerId();
        CloudEvent event =
                new CloudEvent(
                        UUID.fromString(notification.getNotificationId()),
                        TYPE,
                        PayloadPublisher.SOURCE,
                        Instant.ofEpochMilli(notification.getReceivedEpochMillis()),
                        key);
        return Outgoing.send(channel, key, event, encoded.value());
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one call, never compared
    private record Encoded(SourceNotification notification, byte[] value) {}
}
