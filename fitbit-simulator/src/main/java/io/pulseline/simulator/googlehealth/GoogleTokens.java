package io.pulseline.simulator.googlehealth;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client holds for one person.
 *
 * @param refreshToken null where none was given with it
 * @param refreshSeconds how long the refresh token lasts; null for ever
 */
public record GoogleTokens(
        String userId,
        String accessToken,
        int accessSeconds,
        @Nullable String refreshToken,
        @Nullable Long refreshSeconds,
        Set<HealthScope> scopes) {
    public GoogleTokens {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "GoogleTokens[" + userId + "]";
    }
}
