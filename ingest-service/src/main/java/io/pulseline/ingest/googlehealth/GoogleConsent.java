package io.pulseline.ingest.googlehealth;

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

/** Consent at Google. */
@ApplicationScoped
class GoogleConsent implements ConsentProvider {
    private static final String NOTICE =
            "Fitbit data is wellness information and not for diagnosis or treatment.";

    private final GoogleHealthConfig config;
    private final GoogleTokens tokens;
    private final GoogleHttp http;
    private final GoogleDevices devices;
    private final ObjectMapper json = new ObjectMapper();

    GoogleConsent(
            GoogleHealthConfig config,
            GoogleTokens tokens,
            GoogleHttp http,
            GoogleDevices devices) {
        this.config = config;
        this.tokens = tokens;
        this.http = http;
        this.devices = devices;
    }

    @Override
    public String provider() {
        return OpenSets.Provider.GOOGLE_HEALTH;
    }

    @Override
    public String pathName() {
        return "google-health";
    }

    @Override
    public String displayName() {
        return "Google Health";
    }

    @Override
    public boolean isSetUp() {
        return config.clientId().isPresent() && config.clientSecret().isPresent();
    }

    @Override
    public SequencedMap<String, String> wantedScopes() {
        return GoogleScopes.WANTED;
    }

    @Override
    public String nameOf(String scope) {
        return scope.replace(".readonly", "").replace('_', ' ');
    }

    @Override
    public String notice() {
        return NOTICE;
    }

    @Override
    public Optional<List<String>> measuredBy(String model) {
        return TrackerModels.measuredBy(model);
    }

    /**
     * Without {@code include_granted_scopes}: joined with scopes of the former Google Fit, which a
     * client may have asked for once, tokens are refused.
     */
    @Override
    public URI authorizeUrl(String state, String challenge, URI redirect) {
        return AuthorizeUrl.of(
                config.authorizeUrl(),
                config.clientId().orElse(""),
                GoogleScopes.asked(),
                redirect,
                state,
                challenge,
                // Without the prompt a second consent brings no refresh token.
                Map.of("access_type", "offline", "prompt", "consent"));
    }

    @Override
    public TokenAnswer exchange(String code, String verifier, URI redirect) {
        return tokens.exchange(code, verifier, redirect);
    }

    @Override
    public TokenAnswer refresh(String refreshToken) {
        return tokens.refresh(refreshToken);
    }

    /** There is no word of a consent that was taken back but {@code invalid_grant} and 401. */
    @Override
    public boolean withdrawsSilently() {
        return true;
    }

    @Override
    public ProviderAnswer<ZoneId> zone(String accessToken) {
        return http.get(accessToken, "/v4/users/me/settings")
                .then(document -> zone(document.body()));
    }

    private ProviderAnswer<ZoneId> zone(byte[] settings) {
        try {
            return new ProviderAnswer.Given<>(
                    ZoneId.of(json.readTree(settings).path("timeZone").asText()));
        } catch (IOException | DateTimeException _) {
            return new ProviderAnswer.Unavailable<>("settings without a readable time zone");
        }
    }

    @Override
    public ProviderAnswer<List<Device>> devices(
            String accessToken, Set<String> granted, ZoneHistory zones) {
        return granted.contains(GoogleScopes.SETTINGS)
                ? devices.paired(accessToken)
                : new ProviderAnswer.Forbidden<>("the user did not allow " + GoogleScopes.SETTINGS);
    }

    /** The project's subscriber is notified of every user by itself; an operator makes it once. */
    @Override
    public ProviderAnswer<Boolean> subscribe(
            String accessToken, String providerUserId, Set<String> granted) {
        return new ProviderAnswer.Given<>(config.webhookSecret().isPresent());
    }

    @Override
    public ProviderAnswer<Boolean> unsubscribe(String accessToken, String providerUserId) {
        return new ProviderAnswer.Given<>(true);
    }

    @Override
    public ProviderAnswer<Boolean> revoke(String token) {
        return http.revoke(token).then(_ -> new ProviderAnswer.Given<>(true));
    }
}
