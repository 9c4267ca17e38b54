package io.pulseline.pipeline.grant;

import java.time.Instant;

/**
 * Tokens of a place.
 *
 * @param expiresAt of the access token
 */
record TokenPair(String accessToken, String refreshToken, Instant expiresAt) {
    /** Never the tokens. */
    @Override
    public String toString() {
        return "TokenPair[expiresAt=" + expiresAt + "]";
    }
}
