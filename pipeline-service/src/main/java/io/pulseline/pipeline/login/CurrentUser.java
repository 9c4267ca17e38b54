package io.pulseline.pipeline.login;

import io.pulseline.contracts.Ids;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the request; known from the login only, never from a parameter. */
@RequestScoped
public class CurrentUser {
    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Our opaque id of the person: from issuer and subject of the login. */
    public UUID id() {
        return idOf(identity);
    }

    /**
     * The same of whoever came with this login.
     *
     * @throws UnauthorizedException if nobody is logged in
     */
    public static UUID idOf(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (identity.getPrincipal() instanceof KnownUser known) {
            return known.id();
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Ids.user(token.getIssuer(), token.getSubject());
        }
        return Ids.user(Ids.BUILT_IN_ISSUER, identity.getPrincipal().getName());
    }
}
