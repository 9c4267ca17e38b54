package io.pulseline.pipeline.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.pulseline.pipeline.target.strava.StravaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Strava's consent page and token endpoint. What they answer is never logged or quoted: it holds
 * tokens. All calls block.
 */
@ApplicationScoped
class StravaConsent {
    /** What we ask for: uploads and changes, and who the user is there. */
    static final String SCOPES = "read,activity:write";

    /** Without it nothing can be sent. */
    static final String NEEDED_SCOPE = "activity:write";

    private static final String NOT_SET_UP =
            "Strava is not set up here: an operator must set pulseline.strava.client-id and"
                    + " pulseline.strava.client-secret";

    /** Strava's own words for what RFC 6749 calls invalid_grant. */
    private static final Set<String> GRANTS = Set.of("RefreshToken", "AuthorizationCode");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StravaSettings settings;
    private final HttpCaller http;
    private final Clock clock;

    StravaConsent(StravaSettings settings, HttpCaller http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** Where the browser is sent to. */
    URI authorizeUrl(String state, URI redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId().orElseThrow());
        query.put("response_type", "code");
        query.put("redirect_uri", redirect.toString());
        query.put("approval_prompt", "auto");
        query.put("scope", SCOPES);
        query.put("state", state);
        return URI.create(settings.authorizeUrl() + "?" + encoded(query));
    }

    /** Code for tokens. */
    TokenAnswer exchange(String code) {
        return ask(Map.of("grant_type", "authorization_code", "code", code), null);
    }

    /** Refresh token for another pair. */
    TokenAnswer refresh(String refreshToken) {
        return ask(
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), refreshToken);
    }

    /** Gives a consent back; whether that was heard changes nothing here. */
    void deauthorize(String accessToken) {
        var _ = http.call(form(settings.deauthorizeUrl(), Map.of("access_token", accessToken)));
    }

    private TokenAnswer ask(Map<String, String> what, @Nullable String before) {
        if (!settings.isSetUp()) {
            return new TokenAnswer.Undecided(NOT_SET_UP, null);
        }
        Map<String, String> fields = new LinkedHashMap<>(what);
        fields.put("client_id", settings.clientId().orElseThrow());
        fields.put("client_secret", settings.clientSecret().orElseThrow());
        return switch (http.call(form(settings.tokenUrl(), fields))) {
            case HttpAnswer.Received answer -> read(answer, before);
            case HttpAnswer.None none ->
                    new TokenAnswer.Undecided("Strava: " + none.reason(), null);
            case HttpAnswer.Forbidden no ->
                    new TokenAnswer.Undecided("Strava: " + no.reason(), null);
        };
    }

    private TokenAnswer read(HttpAnswer.Received answer, @Nullable String before) {
        JsonNode document = document(answer);
        if (answer.isSuccess()) {
            return granted(document, before);
        }
        if (isInvalidGrant(answer.status(), document)) {
            return new TokenAnswer.InvalidGrant();
        }
        String hint =
                answer.status() == 400 || answer.status() == 401
                        ? "; an operator should check pulseline.strava.client-id and"
                                + " pulseline.strava.client-secret"
                        : "";
        return new TokenAnswer.Undecided(
                "Strava's token endpoint answered " + answer.status() + hint,
                answer.retryAfter(clock.instant()).orElse(null));
    }

    /** As RFC 6749 says it, or Strava itself. */
    static boolean isInvalidGrant(int status, JsonNode document) {
        if (status != 400 && status != 401) {
            return false;
        }
        if (document.path("error").asText().equals("invalid_grant")) {
            return true;
        }
        for (JsonNode error : document.path("errors")) {
            if (GRANTS.contains(error.path("resource").asText())
                    && error.path("code").asText().equals("invalid")) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param before the refresh token asked with, which stays where the answer names none; null if
     *     there was none
     */
    private static TokenAnswer granted(JsonNode document, @Nullable String before) {
        String access = document.path("access_token").asText();
        String refresh = document.path("refresh_token").asText(before == null ? "" : before);
        long expiresAt = document.path("expires_at").asLong();
        if (access.isEmpty() || refresh.isEmpty() || expiresAt <= 0) {
            return new TokenAnswer.Undecided(
                    "Strava's token endpoint answered without tokens", null);
        }
        JsonNode athlete = document.path("athlete");
        String name =
                (athlete.path("firstname").asText("") + " " + athlete.path("lastname").asText(""))
                        .strip();
        return new TokenAnswer.Granted(
                new TokenPair(access, refresh, Instant.ofEpochSecond(expiresAt)),
                athlete.path("id").isIntegralNumber() ? athlete.path("id").asText() : null,
                name.isEmpty() ? null : name);
    }

    private static JsonNode document(HttpAnswer.Received answer) {
        try {
            JsonNode document = JSON.readTree(answer.body());
            return document == null ? JSON.createObjectNode() : document;
        } catch (IOException _) {
            return JSON.createObjectNode();
        }
    }

    private static HttpCall form(URI address, Map<String, String> fields) {
        return HttpCall.post(
                        address,
                        "application/x-www-form-urlencoded",
                        encoded(fields).getBytes(UTF_8))
                .header("User-Agent", "Pulseline")
                .header("Accept", "application/json")
                .fromOperator();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
