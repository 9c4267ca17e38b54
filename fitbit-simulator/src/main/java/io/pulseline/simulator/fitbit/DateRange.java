package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The dates a path asks for, both ends included.
 *
 * @param shown the text of the one date in the path, {@code today} included; of a range its start
 */
record DateRange(LocalDate from, LocalDate to, String shown) {
    private static final Map<String, Integer> PERIODS =
            Map.of("1d", 1, "7d", 7, "30d", 30, "1w", 7, "1m", 30, "3m", 90, "6m", 182, "1y", 365);

    /** {@code {date}} alone. */
    static DateRange one(Request request, LocalDate today) {
        String text = request.pathValue("date");
        LocalDate date = date(text, today);
        return new DateRange(date, date, text);
    }

    /**
     * {@code {date}/{end}}, where the end is a date, or a period that ends with the date.
     *
     * @param most the longest range in days
     */
    static DateRange of(Request request, LocalDate today, int most, Switches switches) {
        DateRange one = one(request, today);
        String until = request.pathValue("end");
        Integer period = PERIODS.get(until);
        if (period != null) {
            return new DateRange(one.from().minusDays(period - 1L), one.from(), one.shown());
        }
        LocalDate end = date(until, today);
        if (end.isBefore(one.from())) {
            throw new Refused(
                    FitbitErrors.validation("date", "The end date lies before the start date"));
        }
        if (ChronoUnit.DAYS.between(one.from(), end) >= most) {
            throw new Refused(
                    switches.isOn(Switch.LONG_RANGE_UNPROCESSABLE)
                            ? FitbitErrors.tooManyPoints()
                            : FitbitErrors.tooLong(most));
        }
        return new DateRange(one.from(), end, one.shown());
    }

    Stream<LocalDate> dates() {
        return from.datesUntil(to.plusDays(1));
    }

    /** The date as it is echoed. */
    String textOf(LocalDate date) {
        return from.equals(to) && shown.equals("today") ? shown : date.toString();
    }

    private static LocalDate date(String text, LocalDate today) {
        try {
            return LocalTimes.date(text, today);
        } catch (IllegalArgumentException e) {
            throw new Refused(FitbitErrors.validation("date", "Invalid date: " + text));
        }
    }
}
