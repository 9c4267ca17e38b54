package io.pulseline.ingest.webhook;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.SourceNotification;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's subscriber endpoint. Answers 204 only after Kafka has acknowledged every notification of
 * the delivery, 404 to a wrong signature (Fitbit's rule), 503 when Kafka does not acknowledge in
 * time: Fitbit rings again.
 */
@Path("/webhooks/fitbit")
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Where providers say that there is something to read.")
class FitbitWebhookResource {
    private static final Logger LOG = Logger.getLogger(FitbitWebhookResource.class);

    private final FitbitSubscriberConfig subscriber;
    private final FitbitSignature signature;
    private final Deliveries deliveries;

    FitbitWebhookResource(FitbitSubscriberConfig subscriber, Deliveries deliveries) {
        this.subscriber = subscriber;
        this.signature = new FitbitSignature(subscriber.clientSecret());
        this.deliveries = deliveries;
    }

    /** Fitbit asks once with the right code and once with a wrong one. */
    @GET
    @Operation(summary = "Proves to Fitbit that the address is ours")
    @APIResponse(responseCode = "204", description = "That is our code.")
    @APIResponse(responseCode = "404", description = "That is not our code.")
    public Response verify(@QueryParam("verify") @Nullable String code) {
        return Response.status(isOurs(code) ? Status.NO_CONTENT : Status.NOT_FOUND).build();
    }

    private boolean isOurs(@Nullable String code) {
        byte[] ours = subscriber.verificationCode().getBytes(StandardCharsets.UTF_8);
        return code != null && MessageDigest.isEqual(ours, code.getBytes(StandardCharsets.UTF_8));
    }

    @POST
    @Operation(
            summary = "Takes Fitbit's notifications",
            description = "Answers when Kafka has acknowledged every one of them.")
    @APIResponse(responseCode = "204", description = "Kafka has them.")
    @APIResponse(responseCode = "400", description = "Not JSON, or no array.")
    @APIResponse(responseCode = "404", description = "The signature is wrong.")
    @APIResponse(responseCode = "413", description = "It is too large.")
    @APIResponse(responseCode = "503", description = "Kafka does not answer; ring again.")
    public Response ring(
            InputStream body, @HeaderParam("X-Fitbit-Signature") @Nullable String signed)
            throws IOException {
        Optional<byte[]> read = deliveries.received(body);
        if (read.isEmpty()) {
            return deliveries.refused(Refusal.TOO_LARGE, Status.REQUEST_ENTITY_TOO_LARGE);
        }
        byte[] raw = read.get();
        if (!signature.matches(raw, signed)) {
            LOG.warnf(
                    "notification with a wrong signature refused: bytes=%d present=%s",
                    raw.length, signed != null);
            return deliveries.refused(Refusal.BAD_SIGNATURE, Status.NOT_FOUND);
        }
        return switch (NotificationBatch.read(raw)) {
            case NotificationBatch.NotJson() ->
                    deliveries.refused(Refusal.NOT_JSON, Status.BAD_REQUEST);
            case NotificationBatch.NotAnArray() ->
                    deliveries.refused(Refusal.NOT_AN_ARRAY, Status.BAD_REQUEST);
            case NotificationBatch.Read batch ->
                    deliveries.publish(
                            batch.entries().stream().map(this::notification).toList(),
                            batch.skipped());
        };
    }

    private SourceNotification notification(NotificationBatch.Entry entry) {
        return deliveries.notification(
                OpenSets.Provider.FITBIT,
                entry.ownerId(),
                entry.collection(),
                entry.localDate(),
                entry.subscriptionId());
    }
}
