package io.pulseline.ingest.fitbit;

import io.pulseline.ingest.connection.TokenAnswer;
import io.pulseline.ingest.connection.TokenPair;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's token endpoint through the OIDC client: Basic client authentication, code with PKCE
 * verifier, single-use refresh tokens. Blocks. Failures of the OIDC client are never chained or
 * logged: their messages hold tokens.
 */
@ApplicationScoped
class FitbitTokens {
    static final String OIDC_CLIENT_ID = "fitbit";

    private final OidcClients oidc;
    private final FitbitConfig config;
    private final Clock clock;
    private volatile @Nullable OidcClient client;

    FitbitTokens(OidcClients oidc, FitbitConfig config, Clock clock) {
        this.oidc = oidc;
        this.config = config;
        this.clock = clock;
    }

    TokenAnswer exchange(String code, String verifier, URI redirect) {
        return answer(
                client().getTokens(
                                Map.of(
                                        "code",
                                        code,
                                        "redirect_uri",
                                        redirect.toString(),
                                        "code_verifier",
                                        verifier)));
    }

    TokenAnswer refresh(String refreshToken) {
        return answer(client().refreshTokens(refreshToken));
    }

    private OidcClient client() {
        OidcClient made = client;
        if (made == null) {
            made = oidc.newClient(clientConfig()).await().atMost(config.answerWithin());
            client = made;
        }
        return made;
    }

    private OidcClientConfig clientConfig() {
        return new OidcClientConfigBuilder()
                .id(OIDC_CLIENT_ID)
                .authServerUrl(config.apiUrl().toString())
                .discoveryEnabled(false)
                .tokenPath("/oauth2/token")
                .clientId(config.clientId())
                .credentials()
                .clientSecret(config.clientSecret(), Method.BASIC)
                .end()
                .grant(OidcClientConfig.Grant.Type.CODE)
                .connectionTimeout(config.connectWithin())
                .build();
    }

    private TokenAnswer answer(Uni<Tokens> asking) {
        try {
            return new TokenAnswer.Granted(pair(asking.await().atMost(config.answerWithin())));
        } catch (TokenRefusal refusal) {
            return refused(refusal);
        } catch (RuntimeException e) {
            return new TokenAnswer.Undecided(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private static TokenAnswer refused(TokenRefusal refusal) {
        if (refusal.isInvalidGrant()) {
            return new TokenAnswer.InvalidGrant();
        }
        if (refusal.status() == 410) {
            return new TokenAnswer.Gone(FitbitHttp.GONE);
        }
        return new TokenAnswer.Undecided(
                String.valueOf(refusal.getMessage()), Optional.ofNullable(refusal.until()));
    }

    private TokenPair pair(Tokens tokens) {
        return new TokenPair(
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                clock.instant().plusSeconds(Long.parseLong(tokens.get("expires_in"))),
                Arrays.stream(Optional.ofNullable(tokens.get("scope")).orElse("").split(" "))
                        .filter(scope -> !scope.isBlank())
                        .collect(Collectors.toSet()),
                tokens.get("user_id"));
    }
}
