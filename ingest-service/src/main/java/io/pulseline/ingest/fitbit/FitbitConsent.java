package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets;
import io.pulseline.ingest.connection.ConsentProvider;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.TokenAnswer;
import io.pulseline.ingest.connection.TrackerModels;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.oauth.AuthorizeUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** Consent at Fitbit. */
@ApplicationScoped
class FitbitConsent implements ConsentProvider {
    private static final String NOTICE =
            "Fitbit data is wellness information and not for diagnosis or treatment.";

    private final FitbitConfig config;
    private final FitbitTokens tokens;
    private final FitbitHttp http;
    private final Devices devices;
    private final Subscriptions subscriptions;
    private final ObjectMapper json = new ObjectMapper();

    FitbitConsent(
            FitbitConfig config,
            FitbitTokens tokens,
            FitbitHttp http,
            Devices devices,
            Subscriptions subscriptions) {
        this.config = config;
        this.tokens = tokens;
        this.http = http;
        this.devices = devices;
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
    public String displayName() {
        return "Fitbit";
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public SequencedMap<String, String> wantedScopes() {
        return Scopes.WANTED;
    }

    @Override
    public String nameOf(String scope) {
        return scope.replace('_', ' ');
    }

    @Override
    public String notice() {
        return NOTICE;
    }

    @Override
    public Optional<List<String>> measuredBy(String model) {
        return TrackerModels.measuredBy(model);
    }

    @Override
    public URI authorizeUrl(String state, String challenge, URI redirect) {
        return AuthorizeUrl.of(
                config.authorizeUrl(),
                config.clientId(),
                String.join(" ", new TreeSet<>(Scopes.WANTED.keySet())),
                redirect,
                state,
                challenge,
                Map.of());
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
    public boolean withdrawsSilently() {
        return false;
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
        return subscriptions.reconcile(accessToken, providerUserId, granted);
    }

    @Override
    public ProviderAnswer<Boolean> unsubscribe(String accessToken, String providerUserId) {
        return subscriptions.removeAll(accessToken, providerUserId);
    }

    @Override
    public ProviderAnswer<List<Device>> devices(
            String accessToken, Set<String> granted, ZoneHistory zones) {
        return granted.contains(Scopes.SETTINGS)
                ? devices.paired(accessToken, zones)
                : new ProviderAnswer.Forbidden<>("the user did not allow " + Scopes.SETTINGS);
    }

    @Override
    public ProviderAnswer<Boolean> revoke(String token) {
        return http.revoke(token).then(_ -> new ProviderAnswer.Given<>(true));
    }
}
