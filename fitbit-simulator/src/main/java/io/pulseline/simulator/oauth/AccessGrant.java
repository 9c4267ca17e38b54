package io.pulseline.simulator.oauth;

import java.time.Instant;
import java.util.Set;

/** What an access token allows, from when until when (end exclusive). */
public record AccessGrant(String userId, Set<Scope> scopes, Instant issuedAt, Instant expiresAt) {
    public AccessGrant {
        scopes = Set.copyOf(scopes);
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
