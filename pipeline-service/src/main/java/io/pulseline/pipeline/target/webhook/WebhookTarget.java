package io.pulseline.pipeline.target.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.TargetSettings;
import io.pulseline.pipeline.target.http.HttpAddress;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import io.pulseline.pipeline.target.openmhealth.OpenMHealth;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A signed HTTP POST, after Standard Webhooks 1.0.0. */
@ApplicationScoped
class WebhookTarget implements Target {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_SECRET = 200;
    private static final int LONGEST_ZONE = 64;
    private static final String OPEN_M_HEALTH = "open-mhealth";

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

    private static final Setting<String> BODY =
            Setting.choice("body", List.of("pulseline", OPEN_M_HEALTH))
                    .describedAs(
                            "`pulseline`: our JSON. `open-mhealth`: data points of Open mHealth and"
                                    + " IEEE 1752.1.")
                    .byDefault("pulseline");

    private static final Setting<Optional<String>> TIME_ZONE =
            Setting.text("timeZone", LONGEST_ZONE)
                    .describedAs(
                            "Like `Europe/Copenhagen`, for `open-mhealth`: in which zone your days"
                                    + " and nights are. Without it they give no data point.")
                    .optional();

    private static final Settings SETTINGS =
            Settings.of(URL, SECRET, INLINE_SERIES, BODY, TIME_ZONE);

    /** These stay wrong however often they are sent; every other failure is tried again. */
    private static final Set<Integer> PERMANENT = Set.of(400, 404, 405, 413, 415, 422);

    private static final int GONE = 410;
    private static final String WHOSE = "the receiver";

    private final HttpCaller http;
    private final Clock clock;
    private final boolean plainAllowed;
    private final Envelope envelope;

    WebhookTarget(
            HttpCaller http,
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
        HttpAddress.complaint(values.of(URL), plainAllowed)
                .ifPresent(reason -> form.complain(URL.name(), reason));
        Optional<String> secret = values.of(SECRET);
        if (secret.isPresent() && !WebhookSecret.isValid(secret.get())) {
            form.complain(SECRET.name(), "must be whsec_ and 24 to 64 bytes in base64");
        }
        values.of(TIME_ZONE)
                .filter(zone -> zone(zone).isEmpty())
                .ifPresent(_ ->
                        form.complain(
                                TIME_ZONE.name(), "is no time zone; one is Europe/Copenhagen"));
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
    public Content content(EventType event, Result result, JsonNode configuration) {
        boolean withSeries = configuration.path(INLINE_SERIES.name()).asBoolean();
        if (configuration.path(BODY.name()).asText().equals(OPEN_M_HEALTH)) {
            return dataPoints(event, result, withSeries, configuration);
        }
        return new Content.Bytes(envelope.write(event, result, withSeries));
    }

    private static Content dataPoints(
            EventType event, Result result, boolean withSeries, JsonNode configuration) {
        ZoneId zone = zone(configuration.path(TIME_ZONE.name()).asText("")).orElse(null);
        List<ObjectNode> points =
                event == EventType.DELETED
                        ? List.of()
                        : OpenMHealth.dataPoints(result, withSeries, zone);
        // Who was told before must hear that nothing is left of it.
        if (points.isEmpty() && event == EventType.CREATED) {
            return new Content.None(
                    "it gives no data point of Open mHealth"
                            + (zone == null ? "; days and nights need the setting timeZone" : ""));
        }
        return new Content.Bytes(Envelope.write(event, result, points));
    }

    private static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text)
                ? Optional.of(ZoneId.of(text))
                : Optional.empty();
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        return posted(parcel.recipient(), parcel.deliveryId(), parcel.content());
    }

    @Override
    public DeliveryOutcome test(Recipient recipient) {
        return posted(recipient, UUID.randomUUID(), Envelope.ofTest(clock.instant()));
    }

    private DeliveryOutcome posted(Recipient recipient, UUID id, byte[] body) {
        if (recipient.secrets().isEmpty()) {
            return new DeliveryOutcome.Paused("the webhook has no secret to sign with: save it");
        }
        Instant now = clock.instant();
        String signatures =
                recipient.secrets().stream()
                        .map(secret -> signature(secret, id.toString(), now.getEpochSecond(), body))
                        .collect(Collectors.joining(" "));
        URI address = URI.create(recipient.configuration().path(URL.name()).asText());
        HttpCall call =
                HttpCall.post(address, "application/json", body)
                        .header("User-Agent", "Pulseline")
                        .header("webhook-id", id.toString())
                        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                        .header("webhook-signature", signatures);
        return outcome(http.call(call), now);
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

    /** What an answer means, after Standard Webhooks and our fact sheet. */
    static DeliveryOutcome outcome(HttpAnswer answer, Instant now) {
        if (!(answer instanceof HttpAnswer.Received received)) {
            return HttpOutcomes.of(answer, WHOSE, now);
        }
        Heard heard = HttpOutcomes.heard(received);
        String reason = WHOSE + " answered " + received.status();
        if (received.isSuccess()) {
            return new DeliveryOutcome.Accepted(null, heard);
        }
        if (received.status() == GONE) {
            return new DeliveryOutcome.Disabled(reason + " (gone)", heard);
        }
        return PERMANENT.contains(received.status())
                ? new DeliveryOutcome.Refused(reason, heard)
                : new DeliveryOutcome.Later(reason, received.retryAfter(now).orElse(null), heard);
    }
}
