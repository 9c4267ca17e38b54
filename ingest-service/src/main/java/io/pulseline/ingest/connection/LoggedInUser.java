package io.pulseline.ingest.connection;

import io.pulseline.contracts.Ids;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking: the id comes from the login only, never from a parameter. To be asked before
 * anything is waited for: a request that has waited for other threads may have lost its scope.
 */
@RequestScoped
public class LoggedInUser {
    private final SecurityIdentity identity;

    LoggedInUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Our id of whoever is logged in. */
    public UUID id() {
        return idOf(identity);
    }

    /**
     * Our id of whoever came with this login.
     *
     * @throws UnauthorizedException if nobody is logged in
     */
    public static UUID idOf(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            // Nobody may ever become the user whose name is empty.
            throw new UnauthorizedException("log in first");
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Ids.user(token.getIssuer(), token.getSubject());
        }
        return Ids.user(Ids.BUILT_IN_ISSUER, identity.getPrincipal().getName());
    }

    /** The same; empty if nobody is logged in. */
    Optional<UUID> ifAnybody() {
        return identity.isAnonymous() ? Optional.empty() : Optional.of(id());
    }
}
