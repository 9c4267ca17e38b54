package io.pulseline.pipeline.grant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a user has just given.
 *
 * @param type the kind of target
 * @param scopes what the user allowed, in the place's words
 * @param remoteId who the user is there; null if the place did not say
 * @param remoteName the user's name there; null if the place did not say
 */
record NewGrant(
        UUID user,
        String type,
        TokenPair tokens,
        List<String> scopes,
        @Nullable String remoteId,
        @Nullable String remoteName) {
    NewGrant {
        scopes = List.copyOf(scopes);
    }
}
