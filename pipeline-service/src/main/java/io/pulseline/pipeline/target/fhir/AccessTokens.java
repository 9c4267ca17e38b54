package io.pulseline.pipeline.target.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.NamedUuid;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Access tokens by OAuth client credentials (RFC 6749 section 4.4), kept in memory until shortly
 * before they run out. The endpoint is called like every address of a user, private ones refused.
 */
final class AccessTokens {
    private static final String WHOSE = "the token endpoint";
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(30);

    /** Where the endpoint does not say: not long, and a 401 brings a new one anyway. */
    private static final long SHORT_LIFE_SECONDS = 60;

    /** What may stand in the header, RFC 6750 section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8000}=*");

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<UUID, Kept> byTarget = new ConcurrentHashMap<>();

    /** Not a record: nothing prints a token. */
    private static final class Kept {
        private final UUID terms;
        private final String token;
        private final long until;

        Kept(UUID terms, String token, long until) {
            this.terms = terms;
            this.token = token;
            this.until = until;
        }
    }

    /**
     * @param clock tells until when a date in Retry-After is
     * @param nanoTime measures how old a token is; goes on even where the clock is moved
     */
    AccessTokens(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** A token, a kept one if it still holds. */
    Login token(Recipient recipient, String secret, TimedCalls calls) {
        UUID terms = terms(recipient, secret);
        Kept kept = byTarget.get(recipient.targetId());
        return kept != null && kept.terms.equals(terms) && kept.until - nanoTime.getAsLong() > 0
                ? Login.bearer(kept.token)
                : fresh(recipient, secret, calls);
    }

    /** A token that was not given before. */
    Login fresh(Recipient recipient, String secret, TimedCalls calls) {
        byTarget.remove(recipient.targetId());
        HttpAnswer answer = calls.call(request(recipient.configuration(), secret));
        if (answer instanceof HttpAnswer.Received received && received.isSuccess()) {
            return read(received, recipient, secret);
        }
        if (answer instanceof HttpAnswer.Received(int status, _, _)
                && (status == 400 || status == 401 || status == 403)) {
            return new Login.Failed(
                    new DeliveryOutcome.Paused(
                            WHOSE + " answered " + status + ": check client, secret and scope"));
        }
        return new Login.Failed(HttpOutcomes.of(answer, WHOSE, clock.instant()));
    }

    private Login read(HttpAnswer.Received answer, Recipient recipient, String secret) {
        JsonNode json = json(answer.body());
        String token = json.path("access_token").asText("");
        boolean isBearer = json.path("token_type").asText("bearer").equalsIgnoreCase("bearer");
        if (!isBearer || !TOKEN.matcher(token).matches()) {
            return new Login.Failed(
                    new DeliveryOutcome.Refused(WHOSE + " answered without a bearer token"));
        }
        long now = nanoTime.getAsLong();
        byTarget.values().removeIf(kept -> kept.until - now <= 0);
        Duration life =
                Duration.ofSeconds(json.path("expires_in").asLong(SHORT_LIFE_SECONDS))
                        .minus(BEFORE_THE_END);
        if (life.isPositive()) {
            long until = now + Math.min(life.toSeconds(), Integer.MAX_VALUE) * 1_000_000_000L;
            byTarget.put(recipient.targetId(), new Kept(terms(recipient, secret), token, until));
        }
        return Login.bearer(token);
    }

    private static HttpCall request(JsonNode configuration, String secret) {
        String scope = FhirSettings.text(configuration, FhirSettings.SCOPE);
        String form =
                "grant_type=client_credentials"
                        + (scope.isEmpty() ? "" : "&scope=" + encoded(scope));
        // RFC 6749 section 2.3.1: both parts are form-encoded before they are joined.
        String client =
                encoded(FhirSettings.text(configuration, FhirSettings.CLIENT_ID))
                        + ":"
                        + encoded(secret);
        return HttpCall.post(
                        URI.create(FhirSettings.text(configuration, FhirSettings.TOKEN_URL)),
                        "application/x-www-form-urlencoded",
                        form.getBytes(UTF_8))
                .header("Accept", "application/json")
                .header("Authorization", Login.basic(client));
    }

    /** What a token was given for: with another configuration or secret it is another. */
    private static UUID terms(Recipient recipient, String secret) {
        return NamedUuid.of(recipient.targetId(), recipient.configuration() + " " + secret);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static JsonNode json(byte[] body) {
        try {
            return FhirJson.JSON.readTree(body);
        } catch (IOException _) {
            return FhirJson.JSON.missingNode();
        }
    }
}
