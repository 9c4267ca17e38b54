package io.pulseline.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.ingest.webhook.WebhookMetrics.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of the project's subscriber at the Google Health API. Google makes sure of it with
 * two POSTs, one with the secret (200) and one without (401). A notification is signed; it answers
 * 204 only after Kafka has acknowledged all of it, 401 or 403 where nobody or the wrong one has
 * signed, 503 where Kafka or Google's keys are not to be had: Google rings again for seven days.
 */
@Path("/webhooks/google-health")
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Where providers say that there is something to read.")
class GoogleHealthWebhookResource {
    private static final Logger LOG = Logger.getLogger(GoogleHealthWebhookResource.class);

    private final GoogleHealthSubscriberConfig subscriber;
    private final GoogleSignature signature;
    private final Deliveries deliveries;

    GoogleHealthWebhookResource(
            GoogleHealthSubscriberConfig subscriber,
            GoogleSignature signature,
            Deliveries deliveries) {
        this.subscriber = subscriber;
        this.signature = signature;
        this.deliveries = deliveries;
    }

    /**
     * Takes a delivery.
     *
     * @param signed the signature's header
     * @param signedBefore the name it had until spring 2026
     */
    @POST
    @Operation(
            summary = "Takes the Google Health API's notifications",
            description =
                    "Answers when Kafka has acknowledged every one of them; a probe with the secret"
                            + " is answered by 200 without a body.")
    @APIResponse(responseCode = "204", description = "Kafka has them.")
    @APIResponse(responseCode = "400", description = "Not JSON.")
    @APIResponse(responseCode = "401", description = "Neither signed nor with the secret.")
    @APIResponse(responseCode = "403", description = "The signature is wrong.")
    @APIResponse(responseCode = "404", description = "There is no subscriber here.")
    @APIResponse(responseCode = "413", description = "It is too large.")
    @APIResponse(responseCode = "503", description = "Kafka or Google's keys are away; ring again.")
    public Response ring(
            InputStream body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("GOOGLE-HEALTH-API-SIGNATURE") @Nullable String signed,
            @HeaderParam("X-HEALTHAPI-SIGNATURE") @Nullable String signedBefore)
            throws IOException {
        Optional<byte[]> read = deliveries.received(body);
        if (read.isEmpty()) {
            return deliveries.refused(Refusal.TOO_LARGE, Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (subscriber.webhookSecret().isEmpty()) {
            return deliveries.refused(Refusal.NOT_CONFIGURED, Status.NOT_FOUND);
        }
        if (authorization != null && !isOurs(authorization)) {
            return deliveries.refused(Refusal.UNAUTHORIZED, Status.UNAUTHORIZED);
        }
        String header = signed == null ? signedBefore : signed;
        return accepted(read.get(), authorization != null, header);
    }

    private boolean isOurs(String authorization) {
        byte[] given = authorization.getBytes(UTF_8);
        boolean ours = false;
        for (String secret :
                Stream.of(subscriber.webhookSecret(), subscriber.previousWebhookSecret())
                        .flatMap(Optional::stream)
                        .toList()) {
            // Both are always compared, so that the time tells nothing.
            ours |= MessageDigest.isEqual(secret.getBytes(UTF_8), given);
        }
        return ours;
    }

    private Response accepted(byte[] raw, boolean authorized, @Nullable String header) {
        if (!authorized && (header == null || subscriber.authorizationRequired())) {
            return deliveries.refused(Refusal.UNAUTHORIZED, Status.UNAUTHORIZED);
        }
        if (header == null) {
            // Whether Google signs its probes is not documented; they tell nothing.
            return GoogleNotificationBatch.read(raw) instanceof GoogleNotificationBatch.Verification
                    ? deliveries.verified()
                    : refused(raw, Status.UNAUTHORIZED);
        }
        return switch (signature.judge(raw, header)) {
            case RIGHT -> publish(GoogleNotificationBatch.read(raw), authorized);
            case UNKNOWN -> deliveries.refused(Refusal.NO_KEYS, Status.SERVICE_UNAVAILABLE);
            case WRONG -> refused(raw, Status.FORBIDDEN);
        };
    }

    private Response refused(byte[] raw, Status status) {
        LOG.warnf(
                "notification that Google has not signed refused: bytes=%d status=%d",
                raw.length, status.getStatusCode());
        return deliveries.refused(Refusal.BAD_SIGNATURE, status);
    }

    private Response publish(GoogleNotificationBatch batch, boolean authorized) {
        return switch (batch) {
            case GoogleNotificationBatch.Read(var entries, int skipped) ->
                    deliveries.publish(entries.stream().map(this::notification).toList(), skipped);
            case GoogleNotificationBatch.Verification() ->
                    authorized
                            ? deliveries.verified()
                            : deliveries.refused(Refusal.UNAUTHORIZED, Status.UNAUTHORIZED);
            case GoogleNotificationBatch.NotJson() ->
                    deliveries.refused(Refusal.NOT_JSON, Status.BAD_REQUEST);
        };
    }

    private SourceNotification notification(GoogleNotificationBatch.Entry entry) {
        return deliveries.notification(
                OpenSets.Provider.GOOGLE_HEALTH,
                entry.healthUserId(),
                entry.dataType(),
                entry.localDate(),
                entry.subscription());
    }
}
