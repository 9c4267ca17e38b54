package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.ingest.oauth.TokenAnswerCheck;
import io.pulseline.ingest.oauth.TokenRefusal;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands what Fitbit's token endpoint answers. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenResponseFilter implements OidcResponseFilter {
    private final FitbitConfig config;
    private final Clock clock;
    private final TokenAnswerCheck check =
            new TokenAnswerCheck(
                    FitbitTokens.OIDC_CLIENT_ID, TokenResponseFilter::isTokenPair, this::refusal);

    TokenResponseFilter(FitbitConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        return check.check(response);
    }

    private TokenRefusal refusal(OidcResponseFilterContext response, byte[] body) {
        int status = response.statusCode();
        @Nullable Instant until =
                status == 429
                        ? RateLimitReset.after(
                                clock.instant(),
                                name -> Optional.ofNullable(response.responseHeaders().get(name)),
                                config.rateLimitMargin())
                        : null;
        return new TokenRefusal("Fitbit", status, FitbitErrors.type(body), until);
    }

    private static boolean isTokenPair(JsonNode root) {
        return root.path("access_token").isTextual()
                && root.path("refresh_token").isTextual()
                && root.path("user_id").isTextual()
                && root.path("expires_in").canConvertToInt();
    }
}
