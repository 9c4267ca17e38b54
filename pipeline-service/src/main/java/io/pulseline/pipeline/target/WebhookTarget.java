package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.form.Form;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A signed HTTP POST, after Standard Webhooks 1.0.0.
 *
 * <p>Configuration: {@code url}; {@code secret} (whsec_…, made by us when absent); {@code
 * inlineSeries}: heart rate and track inside the body instead of behind a link.
 */
@ApplicationScoped
class WebhookTarget implements Target {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_SECRET = 200;

    /** These stay wrong however often they are sent; every other failure is tried again. */
    private static final Set<Integer> PERMANENT = Set.of(400, 404, 405, 413, 415, 422);

    private final HttpPost http;
    private final Clock clock;
    private final boolean plainAllowed;
    private final Envelope envelope;

    WebhookTarget(
            HttpPost http,
            Clock clock,
            TargetSettings settings,
            @ConfigProperty(name = "pulseline.public-url") String publicUrl) {
        this.http = http;
        this.clock = clock;
        this.plainAllowed = settings.allowPrivateAddresses();
        this.envelope = new Envelope(publicUrl.replaceAll("/+$", ""));
    }

    /** Signs once for nobody, so that the first delivery finds the signing classes loaded. */
    void prepare(@Observes StartupEvent event) {
        String secret = WebhookSecret.generated();
        Thread.ofVirtual()
                .name("prepare webhooks")
                .start(() -> signature(secret, id(), 0, new byte[0]));
    }

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public TargetChoice chosen(Form configuration) {
        configuration.knowsOnly("url", "secret", "inlineSeries");
        String url = configuration.text("url", LONGEST_URL);
        if (!url.isEmpty()) {
            WebhookAddress.complaint(url, plainAllowed)
                    .ifPresent(reason -> configuration.complain("url", reason));
        }
        Optional<String> secret = configuration.optionalText("secret", LONGEST_SECRET);
        if (secret.isPresent() && !WebhookSecret.isValid(secret.get())) {
            configuration.complain("secret", "must be whsec_ and 24 to 64 bytes in base64");
        }
        JsonNode kept =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", url)
                        .put("inlineSeries", configuration.flag("inlineSeries", false));
        return new TargetChoice(kept, secret);
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.of(WebhookSecret.generated());
    }

    @Override
    public byte[] content(EventType event, BoostedActivity boosted, JsonNode configuration) {
        return envelope.write(event, boosted, configuration.path("inlineSeries").asBoolean());
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        String secret = parcel.secret();
        if (secret == null) {
            return new DeliveryOutcome.Refused("the webhook has no secret to sign with");
        }
        Instant now = clock.instant();
        String id = parcel.deliveryId().toString();
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Pulseline",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        signature(secret, id, now.getEpochSecond(), parcel.content()));
        URI address = URI.create(parcel.configuration().path("url").asText());
        return switch (http.post(address, headers, parcel.content())) {
            case HttpPost.Answer.Status answer ->
                    outcome(answer.code(), wait(answer.retryAfter(), now));
            case HttpPost.Answer.None none -> DeliveryOutcome.Later.because(none.reason());
            case HttpPost.Answer.Forbidden no -> new DeliveryOutcome.Refused(no.reason());
        };
    }

    /** Signs exactly the bytes that are sent; they are UTF-8, so the detour over text is exact. */
    static String signature(String secret, String id, long epochSecond, byte[] body) {
        try {
            return new Webhook(secret)
                    .sign(id, epochSecond, new String(body, StandardCharsets.UTF_8));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            // Not chained: nothing of a secret may reach a log.
            throw new IllegalStateException("webhook " + id + " could not be signed");
        }
    }

    /** What a status means, after Standard Webhooks and our fact sheet. */
    static DeliveryOutcome outcome(int status, @Nullable Duration retryAfter) {
        String reason = "the receiver answered " + status;
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome.Accepted();
        }
        if (status == 410) {
            return new DeliveryOutcome.Disabled(reason + " (gone)");
        }
        return PERMANENT.contains(status)
                ? new DeliveryOutcome.Refused(reason)
                : new DeliveryOutcome.Later(reason, retryAfter);
    }

    private static @Nullable Duration wait(@Nullable String header, Instant now) {
        return header == null ? null : RetryAfter.parse(header, now).orElse(null);
    }
}
