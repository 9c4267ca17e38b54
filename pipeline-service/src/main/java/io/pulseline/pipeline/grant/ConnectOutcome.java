package io.pulseline.pipeline.grant;

import org.jspecify.annotations.Nullable;

/** How a user's way back from a place ended. */
sealed interface ConnectOutcome {
    /**
     * The place may be used.
     *
     * @param remoteName the user's name there; null if the place did not say
     */
    record Connected(@Nullable String remoteName) implements ConnectOutcome {}

    /** The state is unknown, used, expired, of another browser or of another user. */
    record NoSuchAttempt() implements ConnectOutcome {}

    /** The user or the place said no. */
    record Denied(String error) implements ConnectOutcome {}

    /** Something that we need was not allowed. */
    record ScopeMissing(String scope) implements ConnectOutcome {}

    /** The code was not accepted. */
    record CodeRefused() implements ConnectOutcome {}

    /** Who came back is connected by another of our users. */
    record BelongsToAnother() implements ConnectOutcome {}

    /** The place gave no usable answer; trying again may help. */
    record Unavailable() implements ConnectOutcome {}
}
