package io.pulseline.ingest.oauth;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One provider's token endpoint through the OIDC client. Blocks. Failures of the OIDC client are
 * never chained or logged: their messages hold tokens.
 */
public final class TokenEndpoint {
    private final OidcClients oidc;
    private final OidcClientConfig config;
    private final Duration answerWithin;
    private volatile @Nullable OidcClient client;

    /**
     * Asks nothing yet.
     *
     * @param config with the grant of type code
     */
    public TokenEndpoint(OidcClients oidc, OidcClientConfig config, Duration answerWithin) {
        this.oidc = oidc;
        this.config = config;
        this.answerWithin = answerWithin;
    }

    /** How asking ended. */
    public sealed interface Asked {
        record Given(Tokens tokens) implements Asked {}

        record Refused(TokenRefusal refusal) implements Asked {}

        /** No usable answer; the reason quotes nothing. */
        record Failed(String reason) implements Asked {}
    }

    /** Code for tokens. */
    public Asked exchange(String code, String verifier, String redirect) {
        return ask(
                client().getTokens(
                                Map.of(
                                        "code",
                                        code,
                                        "redirect_uri",
                                        redirect,
                                        "code_verifier",
                                        verifier)));
    }

    /** Refresh token for an access token, and perhaps another refresh token. */
    public Asked refresh(String refreshToken) {
        return ask(client().refreshTokens(refreshToken));
    }

    private OidcClient client() {
        OidcClient made = client;
        if (made == null) {
            made = oidc.newClient(config).await().atMost(answerWithin);
            client = made;
        }
        return made;
    }

    private Asked ask(Uni<Tokens> asking) {
        try {
            return new Asked.Given(asking.await().atMost(answerWithin));
        } catch (TokenRefusal refusal) {
            return new Asked.Refused(refusal);
        } catch (RuntimeException e) {
            return new Asked.Failed(e.getClass().getSimpleName());
        }
    }
}
