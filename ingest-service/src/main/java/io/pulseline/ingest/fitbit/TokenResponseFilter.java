package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the token endpoint's answers before the OIDC client does. The client knows no status and
 * puts the whole body, tokens included, into its exception and its debug log; the failure of this
 * filter takes that exception's place.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenResponseFilter implements OidcResponseFilter {
    /** Request property under which the OIDC client tells its own id. */
    private static final String OIDC_CLIENT = "client-id";

    private final FitbitConfig config;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    TokenResponseFilter(FitbitConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        boolean ours =
                FitbitTokens.OIDC_CLIENT_ID.equals(
                        response.requestProperties().getAll().get(OIDC_CLIENT));
        @Nullable TokenRefusal refusal = ours ? refusal(response) : null;
        return refusal == null ? Uni.createFrom().voidItem() : Uni.createFrom().failure(refusal);
    }

    private @Nullable TokenRefusal refusal(OidcResponseFilterContext response) {
        byte[] body = bytes(response.responseBody());
        int status = response.statusCode();
        if (status == 200 && isTokenPair(body)) {
            return null;
        }
        @Nullable Instant until =
                status == 429
                        ? RateLimitReset.after(
                                clock.instant(),
                                name -> Optional.ofNullable(response.responseHeaders().get(name)),
                                config.rateLimitMargin())
                        : null;
        return new TokenRefusal(status, FitbitErrors.type(body), until);
    }

    private static byte[] bytes(@Nullable Buffer body) {
        return body == null ? new byte[0] : body.getBytes();
    }

    private boolean isTokenPair(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            return root != null
                    && root.path("access_token").isTextual()
                    && root.path("refresh_token").isTextual()
                    && root.path("user_id").isTextual()
                    && root.path("expires_in").canConvertToInt();
        } catch (IOException _) {
            return false;
        }
    }
}
