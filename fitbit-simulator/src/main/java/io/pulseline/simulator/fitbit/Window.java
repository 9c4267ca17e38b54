package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time an intraday path asks for, at most 24 hours of wall time.
 *
 * @param shownDate as it stood in the path, {@code today} included
 * @param to exclusive
 * @param zone the one of the user's start date, or UTC where the query says so
 * @param isWholeDay no times in the path
 */
record Window(
        String shownDate,
        LocalDate startDate,
        LocalDate endDate,
        Instant from,
        Instant to,
        ZoneId zone,
        boolean isWholeDay) {
    /** A day, and the seconds that an end without seconds is completed by. */
    private static final Duration WIDEST = Duration.ofHours(24).plusSeconds(59);

    private static final LocalTime DAY_END = LocalTime.of(23, 59, 59);

    /**
     * Reads {@code {date}}, {@code {end}} (1d or a date) and perhaps times from the path.
     *
     * @param zones the user's zone of each date
     */
    static Window read(
            Request request,
            SimulatedUser user,
            Function<LocalDate, ZoneId> zones,
            Instant now,
            @Nullable String startTime,
            @Nullable String endTime) {
        try {
            LocalDate today = now.atZone(user.zone()).toLocalDate();
            LocalDate start = LocalTimes.date(request.pathValue("date"), today);
            ZoneId zone = zone(request, zones.apply(start));
            String until = request.pathValue("end");
            LocalDate end = until.equals("1d") ? start : LocalTimes.date(until, today);
            LocalTime first = startTime == null ? LocalTime.MIN : LocalTimes.time(startTime);
            LocalTime last = endTime == null ? DAY_END : endOf(endTime);
            return checked(request, zone, start.atTime(first), end.atTime(last), startTime == null);
        } catch (IllegalArgumentException e) {
            throw new Refused(FitbitErrors.validation("date", String.valueOf(e.getMessage())));
        }
    }

    private static Window checked(
            Request request,
            ZoneId zone,
            LocalDateTime first,
            LocalDateTime last,
            boolean isWholeDay) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The end lies before the start");
        }
        if (Duration.between(first, last).compareTo(WIDEST) > 0) {
            throw new Refused(FitbitErrors.tooWide());
        }
        return new Window(
                request.pathValue("date"),
                first.toLocalDate(),
                last.toLocalDate(),
                LocalTimes.first(first, zone),
                LocalTimes.last(last, zone).plusSeconds(1),
                zone,
                isWholeDay);
    }

    /** The last second meant: a minute without seconds is meant with all of its seconds. */
    private static LocalTime endOf(String text) {
        LocalTime time = LocalTimes.time(text);
        return text.length() <= "HH:mm".length() ? time.withSecond(59) : time;
    }

    private static ZoneId zone(Request request, ZoneId usual) {
        return request.query()
                .first("timezone")
                .map(asked -> {
                    if (!asked.equals("UTC")) {
                        throw new IllegalArgumentException("Invalid timezone: " + asked);
                    }
                    return (ZoneId) ZoneOffset.UTC;
                })
                .orElse(usual);
    }
}
