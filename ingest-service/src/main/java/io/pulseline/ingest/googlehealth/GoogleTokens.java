package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.TokenAnswer;
import io.pulseline.ingest.connection.TokenPair;
import io.pulseline.ingest.oauth.TokenEndpoint;
import io.pulseline.ingest.oauth.TokenEndpoint.Asked;
import io.pulseline.ingest.oauth.TokenRefusal;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Google's token endpoint: client credentials in the body, code with PKCE verifier, refresh tokens
 * that are used many times. Tokens do not say whose they are, so the user is asked for at once,
 * which also shows whether there is a Google Health account behind them. Blocks.
 */
@ApplicationScoped
class GoogleTokens {
    static final String OIDC_CLIENT_ID = "google-health";

    /** Precondition failed: Google's word for an account without a profile. */
    private static final String NO_PROFILE = "412";

    private static final int TRIES_AGAIN = 3;

    private static final Duration PAUSE = Duration.ofMillis(300);

    static final String IDENTITY = "/v4/users/me/identity";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OidcClients oidc;
    private final GoogleHealthConfig config;
    private final GoogleHttp http;
    private final Clock clock;
    private volatile @Nullable TokenEndpoint endpoint;

    GoogleTokens(OidcClients oidc, GoogleHealthConfig config, GoogleHttp http, Clock clock) {
        this.oidc = oidc;
        this.config = config;
        this.http = http;
        this.clock = clock;
    }

    TokenAnswer exchange(String code, String verifier, URI redirect) {
        return switch (endpoint().exchange(code, verifier, redirect.toString())) {
            case Asked.Given(Tokens tokens) -> owned(tokens);
            case Asked.Refused(TokenRefusal refusal) -> refused(refusal);
            case Asked.Failed(String reason) -> new TokenAnswer.Undecided(reason, Optional.empty());
        };
    }

    TokenAnswer refresh(String refreshToken) {
        return switch (endpoint().refresh(refreshToken)) {
            case Asked.Given(Tokens tokens) ->
                    new TokenAnswer.Granted(
                            pair(tokens, refreshToken, new TokenPair.Owner("", null)));
            case Asked.Refused(TokenRefusal refusal) -> refused(refusal);
            case Asked.Failed(String reason) -> new TokenAnswer.Undecided(reason, Optional.empty());
        };
    }

    private TokenEndpoint endpoint() {
        TokenEndpoint made = endpoint;
        if (made == null) {
            made = new TokenEndpoint(oidc, clientConfig(), config.answerWithin());
            endpoint = made;
        }
        return made;
    }

    private OidcClientConfig clientConfig() {
        return new OidcClientConfigBuilder()
                .id(OIDC_CLIENT_ID)
                .authServerUrl(config.tokenUrl().toString())
                .discoveryEnabled(false)
                .tokenPath(config.tokenUrl().toString())
                .clientId(config.clientId().orElse(""))
                .credentials()
                .clientSecret(config.clientSecret().orElse(""), Method.POST)
                .end()
                .grant(OidcClientConfig.Grant.Type.CODE)
                .connectionTimeout(config.connectWithin())
                .build();
    }

    private static TokenAnswer refused(TokenRefusal refusal) {
        return refusal.isInvalidGrant()
                ? new TokenAnswer.InvalidGrant()
                : new TokenAnswer.Undecided(
                        String.valueOf(refusal.getMessage()), Optional.ofNullable(refusal.until()));
    }

    private TokenAnswer owned(Tokens tokens) {
        String refreshToken = tokens.getRefreshToken();
        if (refreshToken == null) {
            return new TokenAnswer.Unusable(
                    "Google gave no lasting consent. Please remove Pulseline under"
                            + " \"Third-party apps\" of your Google account, then connect again.");
        }
        return switch (identity(tokens.getAccessToken())) {
            case ProviderAnswer.Given<GoogleDocument>(GoogleDocument document) ->
                    owner(document.body())
                            .<TokenAnswer>map(owner ->
                                    new TokenAnswer.Granted(pair(tokens, refreshToken, owner)))
                            .orElseGet(() -> undecided("an identity without an id"));
            case ProviderAnswer.Unavailable<GoogleDocument>(String reason)
                    when reason.contains(GoogleErrors.NOT_LINKED) ->
                    new TokenAnswer.Unusable(GoogleErrors.NOT_LINKED_HELP);
            case ProviderAnswer.Unavailable<GoogleDocument>(String reason)
                    when reason.startsWith(NO_PROFILE) ->
                    new TokenAnswer.Unusable(
                            "There is no Google Health profile behind this account yet. Please open"
                                    + " the Google Health app once, then connect again.");
            case ProviderAnswer.Forbidden<GoogleDocument> _ ->
                    new TokenAnswer.Unusable(
                            "Nothing may be read of this account. Please connect again and allow at"
                                    + " least one of the things asked for; an account that still"
                                    + " uses its old Fitbit login must move to Google first.");
            case ProviderAnswer<GoogleDocument> other ->
                    undecided("no identity: " + other.getClass().getSimpleName());
        };
    }

    /** A code is good for one exchange: a hiccup of the next call must not cost the consent. */
    private ProviderAnswer<GoogleDocument> identity(String accessToken) {
        ProviderAnswer<GoogleDocument> answer = http.getUncounted(accessToken, IDENTITY);
        for (int again = 1; again <= TRIES_AGAIN && isHiccup(answer); again++) {
            LockSupport.parkNanos(PAUSE.multipliedBy(again).toNanos());
            answer = http.getUncounted(accessToken, IDENTITY);
        }
        return answer;
    }

    private static boolean isHiccup(ProviderAnswer<GoogleDocument> answer) {
        return switch (answer) {
            case ProviderAnswer.Unavailable<GoogleDocument>(String reason) ->
                    !reason.contains(GoogleErrors.NOT_LINKED) && !reason.startsWith(NO_PROFILE);
            case ProviderAnswer.RateLimited<GoogleDocument> _ -> true;
            case ProviderAnswer<GoogleDocument> _ -> false;
        };
    }

    private static TokenAnswer undecided(String reason) {
        return new TokenAnswer.Undecided(reason, Optional.empty());
    }

    /** Empty if the document does not say who the user is. */
    static Optional<TokenPair.Owner> owner(byte[] identity) {
        try {
            JsonNode root = JSON.readTree(identity);
            String id = root == null ? "" : root.path("healthUserId").asText("");
            String former = root == null ? "" : root.path("legacyUserId").asText("");
            return id.matches("[A-Za-z0-9-]{1,63}")
                    ? Optional.of(new TokenPair.Owner(id, former.isBlank() ? null : former))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private TokenPair pair(Tokens tokens, String refreshToken, TokenPair.Owner owner) {
        Instant now = clock.instant();
        String rotated = tokens.getRefreshToken();
        return new TokenPair(
                tokens.getAccessToken(),
                rotated == null ? refreshToken : rotated,
                now.plusSeconds(Long.parseLong(tokens.get("expires_in"))),
                GoogleScopes.granted(Optional.ofNullable(tokens.get("scope")).orElse("")),
                owner,
                Optional.ofNullable(tokens.get("refresh_token_expires_in"))
                        .filter(seconds -> seconds.matches("\\d{1,10}"))
                        .map(seconds -> now.plusSeconds(Long.parseLong(seconds)))
                        .orElse(null));
    }
}
