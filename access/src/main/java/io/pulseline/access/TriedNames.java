package io.pulseline.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Stands before those who know passwords and refuses a name of the form that was tried too often;
 * else it says nothing, and they are asked.
 */
@ApplicationScoped
class TriedNames implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    /** On the request: the seconds to wait. */
    static final String WAIT = TriedNames.class.getName();

    /** Above the usual 1001. */
    private static final int FIRST = 2_000;

    private final LoginAttempts attempts;

    TriedNames(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest asked, AuthenticationRequestContext context) {
        @Nullable RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(asked);
        if (request == null || !FrontDoor.isForm(request)) {
            return Uni.createFrom().nullItem();
        }
        OptionalLong wait = attempts.forName(asked.getUsername());
        if (wait.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        request.put(WAIT, wait.getAsLong());
        return Uni.createFrom().failure(new AuthenticationFailedException("tried too often"));
    }
}
