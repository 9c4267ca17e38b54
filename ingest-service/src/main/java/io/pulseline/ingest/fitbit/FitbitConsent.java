package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets;
import io.pulseline.ingest.connection.ConsentProvider;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.TokenAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Consent at Fitbit. */
@ApplicationScoped
class FitbitConsent implements ConsentProvider {
    /** What the records of this and the coming kinds of data need. */
    private static final Set<String> SCOPES =
            Set.of(
                    "activity",
                    "heartrate",
                    "location",
                    "profile",
                    "settings",
                    "sleep",
                    "oxygen_saturation",
                    "respiratory_rate",
                    "temperature",
                    "cardio_fitness",
                    "weight");

    private final FitbitConfig config;
    private final FitbitTokens tokens;
    private final FitbitHttp http;
    private final Subscriptions subscriptions;
    private final ObjectMapper json = new ObjectMapper();

    FitbitConsent(
            FitbitConfig config,
            FitbitTokens tokens,
            FitbitHttp http,
            Subscriptions subscriptions) {
        this.config = config;
        this.tokens = tokens;
        this.http = http;
        this.subscriptions = subscriptions;
    }

    @Override
    public String provider() {
        return OpenSets.Provider.FITBIT;
    }

    @Override
    public String pathName() {
        return "fitbit";
    }

    @Override
    public Set<String> wantedScopes() {
        return SCOPES;
    }

    @Override
    public URI authorizeUrl(String state, String challenge, URI redirect) {
        Map<String, String> query = new TreeMap<>();
        query.put("client_id", config.clientId());
        query.put("response_type", "code");
        query.put("scope", String.join(" ", new TreeSet<>(SCOPES)));
        query.put("redirect_uri", redirect.toString());
        query.put("state", state);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return URI.create(
                config.authorizeUrl()
                        + "?"
                        + query.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public TokenAnswer exchange(String code, String verifier, URI redirect) {
        return tokens.exchange(code, verifier, redirect);
    }

    @Override
    public TokenAnswer refresh(String refreshToken) {
        return tokens.refresh(refreshToken);
    }

    @Override
    public ProviderAnswer<ZoneId> zone(String accessToken) {
        return http.get(accessToken, "/1/user/-/profile.json")
                .then(document -> zone(document.body()));
    }

    private ProviderAnswer<ZoneId> zone(byte[] profile) {
        try {
            JsonNode zone = json.readTree(profile).path("user").path("timezone");
            return new ProviderAnswer.Given<>(ZoneId.of(zone.asText()));
        } catch (IOException | DateTimeException _) {
            return new ProviderAnswer.Unavailable<>("profile without a readable time zone");
        }
    }

    @Override
    public ProviderAnswer<Boolean> subscribe(
            String accessToken, String providerUserId, Set<String> granted) {
        return subscriptions.create(accessToken, providerUserId, granted);
    }
}
