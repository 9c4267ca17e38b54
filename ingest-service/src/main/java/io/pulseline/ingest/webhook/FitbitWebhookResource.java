package io.pulseline.ingest.webhook;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.ingest.publish.NotificationPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import io.pulseline.ingest.webhook.WebhookMetrics.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's subscriber endpoint. Answers 204 only after Kafka has acknowledged every notification of
 * the delivery, 404 to a wrong signature (Fitbit's rule), 503 when Kafka does not acknowledge in
 * time: Fitbit rings again.
 */
@Path("/webhooks/fitbit")
@RunOnVirtualThread
class FitbitWebhookResource {
    private static final Logger LOG = Logger.getLogger(FitbitWebhookResource.class);

    private final FitbitSubscriberConfig subscriber;
    private final WebhookConfig config;
    private final FitbitSignature signature;
    private final NotificationPublisher publisher;
    private final WebhookMetrics metrics;
    private final Clock clock;

    FitbitWebhookResource(
            FitbitSubscriberConfig subscriber,
            WebhookConfig config,
            NotificationPublisher publisher,
            WebhookMetrics metrics,
            Clock clock) {
        this.subscriber = subscriber;
        this.config = config;
        this.signature = new FitbitSignature(subscriber.clientSecret());
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Fitbit asks once with the right code and once with a wrong one. */
    @GET
    public Response verify(@QueryParam("verify") @Nullable String code) {
        return Response.status(isOurs(code) ? Status.NO_CONTENT : Status.NOT_FOUND).build();
    }

    private boolean isOurs(@Nullable String code) {
        byte[] ours = subscriber.verificationCode().getBytes(StandardCharsets.UTF_8);
        return code != null && MessageDigest.isEqual(ours, code.getBytes(StandardCharsets.UTF_8));
    }

    @POST
    public Response ring(
            InputStream body, @HeaderParam("X-Fitbit-Signature") @Nullable String signed)
            throws IOException {
        metrics.received();
        byte[] raw = body.readNBytes(config.maximumBodyBytes() + 1);
        if (raw.length > config.maximumBodyBytes()) {
            return refused(Refusal.TOO_LARGE, Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (!signature.matches(raw, signed)) {
            LOG.warnf(
                    "notification with a wrong signature refused: bytes=%d present=%s",
                    raw.length, signed != null);
            return refused(Refusal.BAD_SIGNATURE, Status.NOT_FOUND);
        }
        return switch (NotificationBatch.read(raw)) {
            case NotificationBatch.NotJson() -> refused(Refusal.NOT_JSON, Status.BAD_REQUEST);
            case NotificationBatch.NotAnArray() ->
                    refused(Refusal.NOT_AN_ARRAY, Status.BAD_REQUEST);
            case NotificationBatch.Read batch -> publish(batch);
        };
    }

    private Response publish(NotificationBatch.Read batch) {
        List<SourceNotification> notifications =
                batch.entries().stream().map(this::notification).toList();
        return switch (publisher.publish(notifications, config.acknowledgedWithin())) {
            case PublishOutcome.Acknowledged() -> {
                metrics.published(notifications.size(), batch.skipped());
                yield Response.noContent().build();
            }
            case PublishOutcome.NotAcknowledged(String reason) -> {
                LOG.errorf(
                        "notifications not stored, Fitbit will ring again: count=%d reason=%s",
                        notifications.size(), reason);
                yield refused(Refusal.NOT_ACKNOWLEDGED, Status.SERVICE_UNAVAILABLE);
            }
        };
    }

    private SourceNotification notification(NotificationBatch.Entry entry) {
        return SourceNotification.newBuilder()
                .setNotificationId(UUID.randomUUID().toString())
                .setProvider(OpenSets.Provider.FITBIT)
                .setOwnerId(entry.ownerId())
                .setCollection(entry.collection())
                .setLocalDate(entry.localDate() == null ? null : entry.localDate().toString())
                .setSubscriptionId(entry.subscriptionId())
                .setReceivedEpochMillis(clock.millis())
                .build();
    }

    private Response refused(Refusal reason, Status status) {
        metrics.refused(reason);
        return Response.status(status).build();
    }
}
