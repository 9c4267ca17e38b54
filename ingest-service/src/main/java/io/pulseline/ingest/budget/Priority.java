package io.pulseline.ingest.budget;

/** Whose requests go first while a quota runs short; the first may spend most. */
public enum Priority {
    /** What has just happened. */
    LIVE,
    /** Days gone by that are read again. */
    LATE,
    /** History. */
    BACKFILL
}
