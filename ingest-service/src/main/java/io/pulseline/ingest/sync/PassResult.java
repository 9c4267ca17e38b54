package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a pass writes back to its due row. */
sealed interface PassResult {
    /**
     * The row stays due.
     *
     * @param next when to look again, unless a notification came meanwhile
     * @param notBefore when the provider may be asked again; null is at any time
     * @param watermark all days before are read
     * @param listed whether the provider's list was read, so that older days are done too
     * @param failures in a row
     */
    record Again(
            Instant next,
            @Nullable Instant notBefore,
            LocalDate watermark,
            boolean listed,
            int failures)
            implements PassResult {}

    /** Nothing to do until the user consents again. */
    record Rests(String reason) implements PassResult {}

    /** Another replica has taken over: nothing is written. */
    record Overtaken() implements PassResult {}
}
