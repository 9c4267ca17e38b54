package io.pulseline.ingest.connection;

/** How a person's way back from the provider ended. */
sealed interface ConnectOutcome {
    record Connected(Connection connection) implements ConnectOutcome {}

    /** The state is unknown, used or expired. */
    record NoSuchAttempt() implements ConnectOutcome {}

    /** The person or the provider said no. */
    record Denied(String error) implements ConnectOutcome {}

    /** The code was not accepted. */
    record CodeRefused() implements ConnectOutcome {}

    /** The provider's account belongs to another of our users. */
    record BelongsToAnother() implements ConnectOutcome {}

    /** The link by which it was begun has been used, or has expired. */
    record InviteUsedUp() implements ConnectOutcome {}

    /** Somebody who is logged in came by a link that was made for another user. */
    record InviteOfAnother() implements ConnectOutcome {}

    /**
     * The user has moved on to the provider's successor.
     *
     * @param successor the connection by which they are read now
     */
    record MovedOn(Connection successor) implements ConnectOutcome {}

    /** The consent was given, but nothing can be read of that account as it is. */
    record AccountUnusable(String reason) implements ConnectOutcome {}

    /** The provider is gone for good. */
    record ProviderGone(String reason) implements ConnectOutcome {}

    /** The provider gave no usable answer; trying again may help. */
    record ProviderUnavailable() implements ConnectOutcome {}
}
