package io.pulseline.pipeline.grant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a place's token endpoint answered. */
sealed interface TokenAnswer {
    /**
     * Tokens.
     *
     * @param remoteId who the user is there; null if the place did not say
     * @param remoteName the user's name there; null if the place did not say
     */
    record Granted(TokenPair tokens, @Nullable String remoteId, @Nullable String remoteName)
            implements TokenAnswer {}

    /** The place's word that the code or refresh token is not valid (any more). */
    record InvalidGrant() implements TokenAnswer {}

    /**
     * Everything else: nothing is known of the grant.
     *
     * @param reason quotes nothing of the answer
     * @param after how long the place asks us to wait; null if it does not say
     */
    record Undecided(String reason, @Nullable Duration after) implements TokenAnswer {}
}
