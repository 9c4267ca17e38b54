package io.pulseline.simulator.oauth;

import java.util.Set;

/**
 * What an application holds for one person.
 *
 * @param refreshToken 64 hex digits, single use
 */
public record TokenPair(String accessToken, String refreshToken, Set<Scope> scopes, String userId) {
    public TokenPair {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "TokenPair[" + userId + "]";
    }
}
