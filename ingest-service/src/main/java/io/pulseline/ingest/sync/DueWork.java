package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.StudyWindow;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One due row, claimed: for a limited time nobody else works on it.
 *
 * @param claim tells this claim from every other
 * @param postponed until when the provider may not be asked; null: it may be at once
 * @param liveFrom nothing older is read
 * @param generation of the notifications known when it was claimed
 * @param progress how far it is read
 */
record DueWork(
        UUID id,
        UUID connectionId,
        String kind,
        UUID claim,
        @Nullable Postponement postponed,
        LocalDate liveFrom,
        long generation,
        Progress progress) {
    /** Whether a notification has come that no reading has answered yet. */
    boolean isRung() {
        return generation != progress.generationRead();
    }

    /** A date, or the first one to be read live if that is later. */
    LocalDate live(LocalDate date) {
        return date.isBefore(liveFrom) ? liveFrom : date;
    }

    /** The same, but nothing before the study window is live. */
    DueWork within(StudyWindow window) {
        LocalDate first = window.first();
        return first == null || !first.isAfter(liveFrom)
                ? this
                : new DueWork(
                        id, connectionId, kind, claim, postponed, first, generation, progress);
    }

    /** The same with another progress. */
    DueWork with(Progress further) {
        return new DueWork(id, connectionId, kind, claim, postponed, liveFrom, generation, further);
    }
}
