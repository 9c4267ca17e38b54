package io.pulseline.ingest.fitbit;

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
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fitbit's token endpoint: Basic client authentication, code with PKCE verifier, single-use refresh
 * tokens. Blocks.
 */
@ApplicationScoped
class FitbitTokens {
    static final String OIDC_CLIENT_ID = "fitbit";

    private final TokenEndpoint endpoint;
    private final Clock clock;

    FitbitTokens(OidcClients oidc, FitbitConfig config, Clock clock) {
        this.endpoint = new TokenEndpoint(oidc, clientConfig(config), config.answerWithin());
        this.clock = clock;
    }

    TokenAnswer exchange(String code, String verifier, URI redirect) {
        return answer(endpoint.exchange(code, verifier, redirect.toString()));
    }

    TokenAnswer refresh(String refreshToken) {
        return answer(endpoint.refresh(refreshToken));
    }

    private static OidcClientConfig clientConfig(FitbitConfig config) {
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

    private TokenAnswer answer(Asked asked) {
        return switch (asked) {
            case Asked.Given(Tokens tokens) -> new TokenAnswer.Granted(pair(tokens));
            case Asked.Refused(TokenRefusal refusal) -> refused(refusal);
            case Asked.Failed(String reason) -> new TokenAnswer.Undecided(reason, Optional.empty());
        };
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
                new TokenPair.Owner(tokens.get("user_id"), null),
                null);
    }
}
