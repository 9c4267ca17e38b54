package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One due row, claimed: for a limited time nobody else works on it.
 *
 * @param claim tells this claim from every other
 * @param notBefore the provider may not be asked before; null is at once
 * @param liveFrom nothing older is read
 * @param watermark all days before are read
 * @param rereadFrom an older day that a notification named
 * @param generation of the notifications known when it was claimed
 * @param failures in a row
 */
record DueWork(
        UUID id,
        UUID connectionId,
        String kind,
        UUID claim,
        @Nullable Instant notBefore,
        LocalDate liveFrom,
        LocalDate watermark,
        @Nullable LocalDate rereadFrom,
        long generation,
        int failures) {
    /** First local date to read: watermark less the overlap, or the day a notification named. */
    LocalDate readFrom(int overlapDays) {
        LocalDate from = watermark.minusDays(overlapDays);
        if (rereadFrom != null && rereadFrom.isBefore(from)) {
            from = rereadFrom;
        }
        return from.isBefore(liveFrom) ? liveFrom : from;
    }
}
