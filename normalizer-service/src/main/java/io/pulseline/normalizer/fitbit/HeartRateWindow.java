package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a heart-rate request asked for; its rows tell the time of day only.
 *
 * <p>A request spans 24 hours at most. Where it runs over midnight, times before its start time
 * belong to the last date.
 *
 * @param firstDate local date of the window's start
 * @param lastDate local date of its end; the same or the next
 * @param startTime local time of its start; midnight where the whole day was asked for
 */
record HeartRateWindow(LocalDate firstDate, LocalDate lastDate, LocalTime startTime) {
    private static final String PART = IntradayDocument.Series.HEART_RATE.part();
    private static final Pattern TIMES = Pattern.compile("/time/([0-9:]{4,8})/([0-9:]{4,8})");

    /**
     * The window of a part.
     *
     * @param startDate local start date of the activity, for parts that keep no dates
     * @throws UnmappableException if its rows cannot be dated
     */
    static HeartRateWindow of(PayloadPart part, LocalDate startDate) {
        LocalDate first = date(part.getFirstLocalDate(), startDate);
        LocalDate last = date(part.getLastLocalDate(), first);
        Matcher times = TIMES.matcher(part.getRequestPath());
        LocalTime start = times.find() ? FitbitTimes.timeOfDay(times.group(1)) : null;
        if (start == null && !last.equals(first)) {
            throw new UnmappableException(
                    PART
                            + " asked for several dates without a start time; its rows have no"
                            + " date");
        }
        if (last.isBefore(first) || last.isAfter(first.plusDays(1))) {
            throw new UnmappableException(
                    PART
                            + " asked for "
                            + first
                            + " to "
                            + last
                            + "; rows can be dated within 24 hours only");
        }
        return new HeartRateWindow(first, last, start == null ? LocalTime.MIDNIGHT : start);
    }

    private static LocalDate date(@Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnmappableException(PART + " has a request date that is not yyyy-MM-dd", e);
        }
    }

    /** The local date and time of a row. */
    LocalDateTime at(LocalTime time) {
        return (time.isBefore(startTime) ? lastDate : firstDate).atTime(time);
    }
}
