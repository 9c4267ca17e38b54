package io.pulseline.ingest.backfill;

/** How one step of a backfill ended, for those that follow. */
sealed interface Turn {
    /** The next step may follow at once. */
    record GoOn() implements Turn {}

    /** Another replica has taken over, or the backfill was stopped: nothing is written. */
    record Lost() implements Turn {}

    /** Not now, or not any more. */
    record Wait(Pause pause) implements Turn {}

    /** Whether what a step has read could be noted. */
    static Turn noted(boolean stored) {
        return stored ? new GoOn() : new Lost();
    }
}
