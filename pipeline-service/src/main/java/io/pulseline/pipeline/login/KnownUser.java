package io.pulseline.pipeline.login;

import java.security.Principal;
import java.util.UUID;

/**
 * A login of which we know the person without asking its provider.
 *
 * @param id our opaque id of the person
 */
public record KnownUser(UUID id) implements Principal {
    @Override
    public String getName() {
        return id.toString();
    }
}
