package io.pulseline.pipeline.tier;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** A month that is the same for everybody, wherever they are: it begins and ends in UTC. */
record CalendarMonth(YearMonth month) {

    static CalendarMonth of(Instant instant) {
        return new CalendarMonth(YearMonth.from(instant.atOffset(UTC)));
    }

    /** Its first instant. */
    Instant begin() {
        return month.atDay(1).atStartOfDay(UTC).toInstant();
    }

    CalendarMonth next() {
        return new CalendarMonth(month.plusMonths(1));
    }

    /** For people, for example {@code November 2026}. */
    @Override
    public String toString() {
        // The root locale has numbers instead of names.
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + month.getYear();
    }
}
