package io.pulseline.ingest.connection;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's local dates that may be read; nothing is asked about a date outside. Both ends belong
 * to it.
 *
 * @param first null: no beginning
 * @param last null: no end
 */
public record StudyWindow(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** Every date may be read. */
    public static final StudyWindow OPEN = new StudyWindow(null, null);

    public StudyWindow {
        if (first != null && last != null && last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "study window ends on " + last + ", before it begins on " + first);
        }
    }

    /** Dates that follow each other; both ends belong to them. */
    public record Dates(LocalDate first, LocalDate last) {}

    /** Whether this date may be read. */
    public boolean contains(LocalDate date) {
        return (first == null || !date.isBefore(first)) && (last == null || !date.isAfter(last));
    }

    /**
     * Those of the dates that may be read; empty if none.
     *
     * @param from first date
     * @param to last date; before {@code from} is no date at all
     */
    public Optional<Dates> clamp(LocalDate from, LocalDate to) {
        LocalDate begin = first != null && first.isAfter(from) ? first : from;
        LocalDate end = last != null && last.isBefore(to) ? last : to;
        return end.isBefore(begin) ? Optional.empty() : Optional.of(new Dates(begin, end));
    }
}
