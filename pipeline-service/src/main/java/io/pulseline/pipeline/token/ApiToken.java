package io.pulseline.pipeline.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: nobody can log in with this.
 *
 * @param user in whose name it is used
 * @param lastUsedOn in UTC; null if it never was
 */
record ApiToken(
        UUID id,
        UUID user,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable LocalDate lastUsedOn) {
    ApiToken {
        scopes = Set.copyOf(scopes);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
