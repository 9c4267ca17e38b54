package io.pulseline.ingest.connection;

import io.pulseline.contracts.OpenSets;
import io.pulseline.ingest.stage.SimulatedFitbit;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Google Health as the connect flow sees it; everybody who comes is one and the same account. */
final class PlayedGoogle implements ConsentProvider {
    private final String owner;
    private final @Nullable String formerId;
    private final ZoneId zone;

    /**
     * One account.
     *
     * @param formerId the account's id at Fitbit; null: not told
     */
    PlayedGoogle(String owner, @Nullable String formerId, ZoneId zone) {
        this.owner = owner;
        this.formerId = formerId;
        this.zone = zone;
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
    public SequencedMap<String, String> wantedScopes() {
        return new LinkedHashMap<>(Map.of("played_scope", "To be played with."));
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public String nameOf(String scope) {
        return scope;
    }

    @Override
    public String notice() {
        return "Played data is no data.";
    }

    @Override
    public Optional<List<String>> measuredBy(String model) {
        return Optional.empty();
    }

    @Override
    public URI authorizeUrl(String state, String challenge, URI redirect) {
        return URI.create("https://google.invalid/auth?state=" + state);
    }

    @Override
    public TokenAnswer exchange(String code, String verifier, URI redirect) {
        return new TokenAnswer.Granted(
                new TokenPair(
                        "played-access",
                        "played-refresh",
                        SimulatedFitbit.simulator().now().plus(Duration.ofHours(1)),
                        wantedScopes().keySet(),
                        new TokenPair.Owner(owner, formerId),
                        null));
    }

    @Override
    public TokenAnswer refresh(String refreshToken) {
        return new TokenAnswer.Undecided("played", Optional.empty());
    }

    @Override
    public boolean withdrawsSilently() {
        return true;
    }

    @Override
    public ProviderAnswer<ZoneId> zone(String accessToken) {
        return new ProviderAnswer.Given<>(zone);
    }

    @Override
    public ProviderAnswer<List<Device>> devices(
            String accessToken, Set<String> granted, ZoneHistory zones) {
        return new ProviderAnswer.Given<>(List.of());
    }

    @Override
    public ProviderAnswer<Boolean> subscribe(
            String accessToken, String providerUserId, Set<String> granted) {
        return new ProviderAnswer.Given<>(true);
    }

    @Override
    public ProviderAnswer<Boolean> unsubscribe(String accessToken, String providerUserId) {
        return new ProviderAnswer.Given<>(true);
    }

    @Override
    public ProviderAnswer<Boolean> revoke(String token) {
        return new ProviderAnswer.Given<>(true);
    }
}
