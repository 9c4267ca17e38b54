package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Reader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The local dates that a page shows.
 *
 * @param date the one that was asked for, within them
 * @param last inclusive; may lie ahead
 */
record Period(Span span, LocalDate date, LocalDate first, LocalDate last) {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final int EARLIEST_YEAR = 2000;

    static Period of(Span span, LocalDate date) {
        return switch (span) {
            case DAY -> new Period(span, date, date, date);
            case WEEK -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(span, date, monday, monday.plusDays(6));
            }
            case MONTH ->
                    new Period(
                            span,
                            date,
                            date.withDayOfMonth(1),
                            date.with(TemporalAdjusters.lastDayOfMonth()));
            case YEAR ->
                    new Period(
                            span,
                            date,
                            date.withDayOfYear(1),
                            date.with(TemporalAdjusters.lastDayOfYear()));
        };
    }

    /** What an address asks for; a page for words that are none is that of today. */
    static Period asked(@Nullable String span, @Nullable String date, LocalDate today) {
        return of(Span.ofWord(span == null ? "" : span).orElse(Span.DAY), dateOf(date, today));
    }

    private static LocalDate dateOf(@Nullable String text, LocalDate today) {
        if (text == null) {
            return today;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.isAfter(today) || date.getYear() < EARLIEST_YEAR ? today : date;
        } catch (DateTimeException _) {
            return today;
        }
    }

    /** One of this length before it. */
    LocalDate before() {
        return moved(-1);
    }

    /** One of this length behind it. */
    LocalDate after() {
        return moved(1);
    }

    private LocalDate moved(int by) {
        return switch (span) {
            case DAY -> date.plusDays(by);
            case WEEK -> date.plusWeeks(by);
            case MONTH -> date.plusMonths(by);
            case YEAR -> date.plusYears(by);
        };
    }

    /** Its dates that are not ahead, in order. */
    List<LocalDate> until(LocalDate today) {
        LocalDate end = last.isAfter(today) ? today : last;
        return end.isBefore(first) ? List.of() : first.datesUntil(end.plusDays(1)).toList();
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    String title(Reader reader) {
        return switch (span) {
            case DAY -> reader.day(date);
            case WEEK -> reader.day(first) + " – " + reader.day(last);
            case MONTH -> MONTH.format(date);
            case YEAR -> String.valueOf(date.getYear());
        };
    }
}
