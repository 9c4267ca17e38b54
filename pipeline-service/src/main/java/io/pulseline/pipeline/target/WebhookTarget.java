package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
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

/** A signed HTTP POST, after Standard Webhooks 1.0.0. */
@ApplicationScoped
class WebhookTarget implements Target {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_SECRET = 200;

    private static final Setting<String> URL =
            Setting.text("url", LONGEST_URL)
                    .title("Address")
                    .describedAs("Where it is sent: https://host/path.");

    private static final Setting<Optional<String>> SECRET =
            Setting.text("secret", LONGEST_SECRET)
                    .describedAs(
                            "What it is signed with: `whsec_` and 24 to 64 bytes in base64. Without"
                                    + " it we make one and show it once.")
                    .secret()
                    .optional();

    private static final Setting<Boolean> INLINE_SERIES =
            Setting.flag("inlineSeries")
                    .describedAs(
                            "Heart rate and track of an activity inside the body instead of behind a link;"
                                    + " a metric always has its series with it.")
                    .byDefault(false);

    private static final Settings SETTINGS = Settings.of(URL, SECRET, INLINE_SERIES);

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
    public String title() {
        return "Webhook";
    }

    @Override
    public String description() {
        return "A signed HTTP POST of JSON, after Standard Webhooks 1.0.0.";
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        WebhookAddress.complaint(values.of(URL), plainAllowed)
                .ifPresent(reason -> form.complain(URL.name(), reason));
        Optional<String> secret = values.of(SECRET);
        if (secret.isPresent() && !WebhookSecret.isValid(secret.get())) {
            form.complain(SECRET.name(), "must be whsec_ and 24 to 64 bytes in base64");
        }
        return new TargetChoice(values.shown(), secret);
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.of(WebhookSecret.generated());
    }

    @Override
    public String place(JsonNode configuration) {
        return configuration.path(URL.name()).asText();
    }

    @Override
    public byte[] content(EventType event, Result result, JsonNode configuration) {
        return envelope.write(event, result, configuration.path(INLINE_SERIES.name()).asBoolean());
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
        URI address = URI.create(parcel.configuration().path(URL.name()).asText());
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
