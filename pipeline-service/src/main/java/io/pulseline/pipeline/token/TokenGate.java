package io.pulseline.pipeline.token;

import io.pulseline.pipeline.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a token do what {@link ScopeRules} list and its scopes hold, and nothing else. */
@ApplicationScoped
class TokenGate {
    /** Of the identity: the scopes of the token that it came with. */
    static final String SCOPES = "pulseline.token.scopes";

    /** After the login (200) and the rate (50), which counts what is refused here too. */
    private static final int AFTER_THE_RATE = 40;

    private static final int FORBIDDEN = 403;

    void register(@Observes Filters filters) {
        filters.register(TokenGate::check, AFTER_THE_RATE);
    }

    private static void check(RoutingContext context) {
        @Nullable Set<Scope> scopes = scopes(context);
        if (scopes == null) {
            context.next();
            return;
        }
        Optional<Scope> needed =
                ScopeRules.of(context.request().method().name(), context.normalizedPath());
        if (needed.isEmpty()) {
            refuse(context, "Tokens do not work here; log in.");
        } else if (!scopes.contains(needed.get())) {
            String word = needed.get().word();
            context.response()
                    .putHeader(
                            "WWW-Authenticate",
                            "Bearer realm=\"Pulseline\", error=\"insufficient_scope\", scope=\""
                                    + word
                                    + "\"");
            refuse(context, "This token lacks the scope " + word + ".");
        } else {
            context.next();
        }
    }

    /** Null for who logged in otherwise. */
    private static @Nullable Set<Scope> scopes(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            return null;
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        return identity.getAttribute(SCOPES);
    }

    private static void refuse(RoutingContext context, String why) {
        HttpServerResponse response = context.response();
        if (!context.request().isEnded()) {
            // The body is not read, so the connection cannot be used again.
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(FORBIDDEN)
                .putHeader("Content-Type", Problem.MEDIA_TYPE.toString())
                .end(Problem.of(FORBIDDEN, why).json());
    }
}
