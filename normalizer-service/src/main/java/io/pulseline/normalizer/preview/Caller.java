package io.pulseline.normalizer.preview;

import io.pulseline.contracts.Ids;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking: the id comes from the login only, never from a parameter. */
@RequestScoped
class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    UUID id() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Ids.user(token.getIssuer(), token.getSubject());
        }
        return Ids.user(Ids.BUILT_IN_ISSUER, identity.getPrincipal().getName());
    }
}
