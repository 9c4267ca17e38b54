package io.pulseline.ingest.webhook;

import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.ingest.publish.NotificationPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import io.pulseline.ingest.webhook.WebhookMetrics.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What every provider's endpoint does with a delivery once it knows whose it is. */
@ApplicationScoped
class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final WebhookConfig config;
    private final NotificationPublisher publisher;
    private final WebhookMetrics metrics;
    private final Clock clock;

    Deliveries(
            WebhookConfig config,
            NotificationPublisher publisher,
            WebhookMetrics metrics,
            Clock clock) {
        this.config = config;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Counts a delivery and reads its bytes; empty if they are more than allowed. */
    Optional<byte[]> received(InputStream body) throws IOException {
        metrics.received();
        byte[] raw = body.readNBytes(config.maximumBodyBytes() + 1);
        return raw.length > config.maximumBodyBytes() ? Optional.empty() : Optional.of(raw);
    }

    /** A note of one notification, as it goes to Kafka. */
    SourceNotification notification(
            String provider,
            String ownerId,
            String collection,
            @Nullable LocalDate localDate,
            @Nullable String subscription) {
        return SourceNotification.newBuilder()
                .setNotificationId(UUID.randomUUID().toString())
                .setProvider(provider)
                .setOwnerId(ownerId)
                .setCollection(collection)
                .setLocalDate(localDate == null ? null : localDate.toString())
                .setSubscriptionId(subscription)
                .setReceivedEpochMillis(clock.millis())
                .build();
    }

    /**
     * 204 once Kafka has all of them, else 503: the provider rings again.
     *
     * @param skipped items of the delivery of which no notification could be made
     */
    Response publish(List<SourceNotification> notifications, int skipped) {
        return switch (publisher.publish(notifications, config.acknowledgedWithin())) {
            case PublishOutcome.Acknowledged() -> {
                metrics.published(notifications.size(), skipped);
                yield Response.noContent().build();
            }
            case PublishOutcome.NotAcknowledged(String reason) -> {
                LOG.errorf(
                        "notifications not stored, the provider will ring again: count=%d reason=%s",
                        notifications.size(), reason);
                yield refused(Refusal.NOT_ACKNOWLEDGED, Status.SERVICE_UNAVAILABLE);
            }
        };
    }

    Response refused(Refusal reason, Status status) {
        metrics.refused(reason);
        return Response.status(status).build();
    }

    /** The provider has made sure that we are we. */
    Response verified() {
        metrics.verified();
        return Response.ok().build();
    }
}
