package io.pulseline.ingest.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a turn of a backfill ended.
 *
 * @param reason for people; null if there is nothing to tell
 * @param nextAt when to go on; null if not by itself
 * @param failures in a row
 * @param requests spent and not told yet
 */
record Pause(
        String state,
        @Nullable String reason,
        @Nullable Instant nextAt,
        int failures,
        int requests) {
    static Pause until(Instant next, String reason, int failures, int requests) {
        return new Pause(Backfill.RUNNING, reason, next, failures, requests);
    }

    static Pause untilConsent(String reason, int requests) {
        return new Pause(Backfill.RUNNING, reason, null, 0, requests);
    }

    static Pause done() {
        return new Pause(Backfill.DONE, null, null, 0, 0);
    }

    static Pause failed(String reason, int failures, int requests) {
        return new Pause(Backfill.FAILED, reason, null, failures, requests);
    }
}
