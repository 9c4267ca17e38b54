package io.pulseline.ingest.connection;

/** What became of a consent that was to be kept. */
sealed interface Kept {
    /** It is in the database, and all who have to do with it know. */
    record Stored(Connection connection) implements Kept {}

    /** The provider's account belongs to another user of ours; nothing was changed. */
    record Anothers() implements Kept {}

    /** The invite it came by was used up meanwhile; nothing was changed. */
    record InviteUsedUp() implements Kept {}
}
