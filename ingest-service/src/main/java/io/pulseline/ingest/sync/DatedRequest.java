package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to read of one dated kind.
 *
 * @param from first local date
 * @param to last local date, inclusive
 * @param wanted which parts
 * @param each dates for which parts are read that have a question for each date; others are read
 *     only where another part shows a change
 * @param seriesBefore local date before which a changed figure of the day means that its series
 *     have changed; null if nobody wants to know
 * @param detail whether parts are asked for that need the right to intraday data
 */
record DatedRequest(
        LocalDate from,
        LocalDate to,
        Predicate<DatedPart> wanted,
        Set<LocalDate> each,
        @Nullable LocalDate seriesBefore,
        boolean detail) {
    DatedRequest {
        each = new TreeSet<>(each);
    }

    /** All there is of these dates. */
    static DatedRequest all(LocalDate from, LocalDate to) {
        Set<LocalDate> each = new TreeSet<>(from.datesUntil(to.plusDays(1)).toList());
        return new DatedRequest(from, to, _ -> true, each, null, true);
    }

    /**
     * How reading it ended.
     *
     * @param detailRefused whether the provider refuses what needs the right to intraday data
     * @param lookAgain when to read again to be sure that something has vanished; null for never
     */
    record Result(ReadOutcome outcome, boolean detailRefused, @Nullable Instant lookAgain) {}
}
