package io.pulseline.pipeline.dashboard;

import io.pulseline.pipeline.preference.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the one who looks at a page wants to read: times in their zone, lengths in their units. What
 * is absent is a dash, never 0.
 *
 * @param zone of all times on the page
 * @param now when the page was asked for
 */
public record Reader(ZoneId zone, Units units, Instant now) {
    /** Stands where there is nothing. */
    public static final String ABSENT = "–";

    private static final double METRES_IN_MILE = 1609.344;
    private static final double METRES_IN_FOOT = 0.3048;
    private static final double POUNDS_IN_KILOGRAM = 2.2046226218;

    private static final DateTimeFormatter DAY = format("EEE d MMM yyyy");
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter MOMENT = format("EEE d MMM yyyy, HH:mm");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The reader's today. */
    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** A local date. */
    public String day(@Nullable LocalDate date) {
        return date == null ? ABSENT : DAY.format(date);
    }

    /** The reader's date of an instant. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Hours and minutes of the reader's day. */
    public String time(@Nullable Instant instant) {
        return instant == null ? ABSENT : TIME.format(instant.atZone(zone));
    }

    /** Day and time. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? ABSENT : MOMENT.format(instant.atZone(zone));
    }

    /** How long ago, or in how long; days from 48 hours on. */
    public String ago(@Nullable Instant instant) {
        if (instant == null) {
            return ABSENT;
        }
        Duration since = Duration.between(instant, now);
        if (since.abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return Texts.say("shell_now");
        }
        String span = span(since.abs());
        return Texts.say(since.isNegative() ? "shell_in" : "shell_ago", span);
    }

    private static String span(Duration span) {
        if (span.toHours() >= 48) {
            return span.toDays() + " d";
        }
        return span.toMinutes() >= 60 ? span.toHours() + " h" : span.toMinutes() + " min";
    }

    /** Metres as kilometres or miles. */
    public String distance(@Nullable Double metres) {
        if (metres == null) {
            return ABSENT;
        }
        return units == Units.IMPERIAL
                ? decimal(metres / METRES_IN_MILE, 2) + " mi"
                : decimal(metres / 1000, 2) + " km";
    }

    /** Metres of height as metres or feet. */
    public String height(@Nullable Double metres) {
        if (metres == null) {
            return ABSENT;
        }
        return units == Units.IMPERIAL
                ? decimal(metres / METRES_IN_FOOT, 0) + " ft"
                : decimal(metres, 0) + " m";
    }

    /** Metres per second as time for a kilometre or a mile. */
    public String pace(@Nullable Double metresPerSecond) {
        if (metresPerSecond == null || metresPerSecond <= 0) {
            return ABSENT;
        }
        boolean miles = units == Units.IMPERIAL;
        long seconds = Math.round((miles ? METRES_IN_MILE : 1000) / metresPerSecond);
        return "%d:%02d %s".formatted(seconds / 60, seconds % 60, miles ? "/mi" : "/km");
    }

    /** Kilograms as kilograms or pounds. */
    public String weight(@Nullable Double kilograms) {
        if (kilograms == null) {
            return ABSENT;
        }
        return units == Units.IMPERIAL
                ? decimal(kilograms * POUNDS_IN_KILOGRAM, 1) + " lb"
                : decimal(kilograms, 1) + " kg";
    }

    /** Hours and minutes; seconds below an hour. */
    public String duration(@Nullable Long milliseconds) {
        if (milliseconds == null) {
            return ABSENT;
        }
        Duration duration = Duration.ofSeconds(Math.round(milliseconds / 1000.0));
        return duration.toHours() > 0
                ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d:%02d min".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** A whole number with its unit. */
    public String whole(@Nullable Number number, String unit) {
        return number == null
                ? ABSENT
                : "%,d %s".formatted(Math.round(number.doubleValue()), unit).strip();
    }

    /** A number with one decimal and its unit. */
    public String tenths(@Nullable Number number, String unit) {
        return number == null ? ABSENT : (decimal(number.doubleValue(), 1) + " " + unit).strip();
    }

    private static String decimal(double number, int places) {
        return String.format(Locale.ENGLISH, "%,." + places + "f", number);
    }
}
