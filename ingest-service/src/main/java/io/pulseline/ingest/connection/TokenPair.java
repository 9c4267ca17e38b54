package io.pulseline.ingest.connection;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider gives for a code or a refresh token.
 *
 * @param expiresAt when the access token dies
 * @param scopes what the user granted, in the provider's words
 * @param owner whose data the tokens open
 * @param consentEndsAt when the refresh token dies, however often it is used; null if the provider
 *     sets no such time
 */
public record TokenPair(
        String accessToken,
        String refreshToken,
        Instant expiresAt,
        Set<String> scopes,
        Owner owner,
        @Nullable Instant consentEndsAt) {
    public TokenPair {
        scopes = Set.copyOf(scopes);
    }

    /**
     * A user as the provider knows them.
     *
     * @param id the provider's id; empty where it does not tell with a refresh
     * @param formerId the id that the same person had at the provider this one succeeds; null if
     *     none is told
     */
    public record Owner(String id, @Nullable String formerId) {}

    /** The provider's id of the user who consented. */
    public String providerUserId() {
        return owner.id();
    }

    /** Never the tokens. */
    @Override
    public String toString() {
        return "TokenPair[owner=" + owner.id() + ", expiresAt=" + expiresAt + "]";
    }
}
