package io.pulseline.simulator.strava;

import java.time.Instant;
import java.util.Set;

/** What an application gets for a code or a refresh token. */
public record StravaTokens(
        Athlete athlete,
        String accessToken,
        String refreshToken,
        Instant expiresAt,
        Set<StravaScope> scopes) {
    public StravaTokens {
        scopes = Set.copyOf(scopes);
    }
}
