package io.pulseline.pipeline.play;

/** What happens to one activity of the play. */
public enum Story {
    /** It comes once. */
    PLAIN,
    /** It ended before the pipeline was made. */
    BEFORE_THE_PIPELINE,
    /** It was read for the archive. */
    BACKFILLED,
    /** It comes after others that began later. */
    IMPORTED_LATE,
    /** It is told several times, each time otherwise; then the first of these comes once more. */
    CORRECTED,
    /** It is read again later and says the same. */
    REREAD,
    /** It comes twice; a file then has a later capture, a record has not. */
    SENT_TWICE,
    /** It vanishes after it was delivered. */
    DELETED,
    /** It vanishes after it was delivered, and comes back. */
    RESTORED,
    /** It vanishes while its run waits for heart rate. */
    DELETED_WHILE_WAITING,
    /** It vanishes before anybody has told of it. */
    DELETED_UNSEEN,
    /** Without heart rate of its own; the Fitbit's is there. */
    HEART_THERE,
    /** The Fitbit's comes while the run waits. */
    HEART_LATE,
    /** The Fitbit's comes after the run has gone on without. */
    HEART_TOO_LATE,
    /** The Fitbit's never comes. */
    HEART_NEVER,
    /** The Fitbit was not worn, and has told so. */
    HEART_NOT_MEASURED,
    /** The Fitbit was taken off half-way, and has told so. */
    HEART_OF_ONE_HALF
}
