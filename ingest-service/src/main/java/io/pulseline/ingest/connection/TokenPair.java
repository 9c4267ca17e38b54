package io.pulseline.ingest.connection;

import java.time.Instant;
import java.util.Set;

/**
 * What a provider gives for a code or a refresh token.
 *
 * @param expiresAt when the access token dies
 * @param scopes what the user granted, in the provider's words
 * @param providerUserId the provider's id of the user who consented
 */
public record TokenPair(
        String accessToken,
        String refreshToken,
        Instant expiresAt,
        Set<String> scopes,
        String providerUserId) {
    public TokenPair {
        scopes = Set.copyOf(scopes);
    }

    /** Never the tokens. */
    @Override
    public String toString() {
        return "TokenPair[providerUserId=" + providerUserId + ", expiresAt=" + expiresAt + "]";
    }
}
