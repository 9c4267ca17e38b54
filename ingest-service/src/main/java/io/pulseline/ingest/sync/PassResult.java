package io.pulseline.ingest.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a pass writes back to a due row. */
sealed interface PassResult {
    /**
     * The row stays due.
     *
     * @param next when to look again, unless a notification came meanwhile
     * @param postponed until when the provider is not asked; null: it may be at any time
     * @param read whether what was asked for was read, so that older dates are done too
     */
    record Again(Instant next, @Nullable Postponement postponed, Progress progress, boolean read)
            implements PassResult {}

    /** Nothing to do until the user consents again. */
    record Rests(String reason) implements PassResult {}

    /** Another replica has taken over: nothing is written. */
    record Overtaken() implements PassResult {}
}
