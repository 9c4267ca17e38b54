package io.pulseline.ingest.backfill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind is read, from the newest date to the oldest.
 *
 * @param next newest date that is not read
 * @param refused why the kind is left out; null if it is not
 */
record KindCursor(String kind, LocalDate next, @Nullable String refused) {
    boolean isDone(LocalDate first) {
        return refused != null || next.isBefore(first);
    }
}
