package io.pulseline.simulator.fitbit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The ways Fitbit writes and reads times. */
final class LocalTimes {
    /** {@code 2022-04-27T17:19:30.000-07:00}; offset zero as Z. */
    static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    /** {@code 2022-05-06T09:00:17.000}. */
    static final DateTimeFormatter WITHOUT_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    /** {@code 2021-11-01T06:11:38}. */
    static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** {@code 17:19:30}. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** {@code 8:16}, as Fitbit writes hours in calorie links. */
    static final DateTimeFormatter UNPADDED_TIME = DateTimeFormatter.ofPattern("H:mm");

    private LocalTimes() {}

    static String utc(Instant instant) {
        return WITH_OFFSET.format(instant.atZone(ZoneId.of("UTC")));
    }

    /**
     * {@code yyyy-MM-dd} or {@code today}.
     *
     * @throws IllegalArgumentException naming the text
     */
    static LocalDate date(String text, LocalDate today) {
        if (text.equals("today")) {
            return today;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Invalid date: " + text, e);
        }
    }

    /**
     * {@code HH:mm} or {@code HH:mm:ss}.
     *
     * @throws IllegalArgumentException naming the text
     */
    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Invalid time: " + text, e);
        }
    }

    /** The earlier instant of a doubled hour; a missing hour counts from its end. */
    static Instant first(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** The later instant of a doubled hour. */
    static Instant last(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
