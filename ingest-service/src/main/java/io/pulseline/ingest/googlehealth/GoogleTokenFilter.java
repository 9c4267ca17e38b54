package io.pulseline.ingest.googlehealth;

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
import org.jspecify.annotations.Nullable;

/** Understands what Google's token endpoint answers. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class GoogleTokenFilter implements OidcResponseFilter {
    private final GoogleHealthConfig config;
    private final Clock clock;
    private final TokenAnswerCheck check =
            new TokenAnswerCheck(
                    GoogleTokens.OIDC_CLIENT_ID, GoogleTokenFilter::isUsable, this::refusal);

    GoogleTokenFilter(GoogleHealthConfig config, Clock clock) {
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
                status == 429 ? clock.instant().plus(config.rateLimitPause()) : null;
        return new TokenRefusal("Google", status, GoogleErrors.oauth(body), until);
    }

    /** A refresh token comes with the consent only. */
    private static boolean isUsable(JsonNode root) {
        return root.path("access_token").isTextual() && root.path("expires_in").canConvertToInt();
    }
}
