package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as Google writes them (fact sheet 1.2 and 4.3). What is unreadable is null. */
final class GoogleTimes {
    /** {@code 1025s}, {@code -14400s}, {@code 3633.600s}. */
    private static final Pattern DURATION = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,9}))?s");

    /** {@code -07:00}; not Google's own way, but met in answers all the same. */
    private static final Pattern CLOCK_OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}(?::\\d{2})?|Z");

    private static final int HOURS_OF_A_DAY = 24;
    private static final int NANO_DIGITS = 9;

    private GoogleTimes() {}

    /** An instant in RFC 3339. */
    static @Nullable Instant instant(JsonNode object, String field) {
        String text = JsonParts.text(object, field);
        try {
            return text == null ? null : Instant.parse(text.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** A length of time, or an offset as one. */
    static @Nullable Duration duration(JsonNode object, String field) {
        String text = JsonParts.text(object, field);
        Matcher parts = text == null ? null : DURATION.matcher(text.strip());
        if (parts == null || !parts.matches()) {
            return null;
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        long nanos = Long.parseLong(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
        Duration length = Duration.ofSeconds(Long.parseLong(parts.group(2)), nanos);
        return parts.group(1).isEmpty() ? length : length.negated();
    }

    /** An offset from UTC, {@code -14400s} or {@code -04:00}. */
    static @Nullable ZoneOffset offset(JsonNode object, String field) {
        String text = JsonParts.text(object, field);
        if (text == null) {
            return null;
        }
        Duration length = duration(object, field);
        try {
            if (length != null) {
                return length.toNanosPart() == 0
                        ? ZoneOffset.ofTotalSeconds(Math.toIntExact(length.toSeconds()))
                        : null;
            }
            return CLOCK_OFFSET.matcher(text.strip()).matches()
                    ? ZoneOffset.of(text.strip())
                    : null;
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    /** A date, {@code {"year":2026,"month":8,"day":6}}. */
    static @Nullable LocalDate date(JsonNode date) {
        Integer year = GoogleJson.count(date, "year");
        Integer month = GoogleJson.count(date, "month");
        Integer day = GoogleJson.count(date, "day");
        try {
            return year == null || month == null || day == null
                    ? null
                    : LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /**
     * A local date and time; the parts of the time that are 0 are left out, at midnight all of
     * them, or the whole time. Hour 24 is the next midnight.
     */
    static @Nullable LocalDateTime civil(JsonNode civil) {
        LocalDate date = date(civil.path("date"));
        if (date == null) {
            return null;
        }
        JsonNode time = civil.path("time");
        if (time.isMissingNode() || time.isNull()) {
            return date.atStartOfDay();
        }
        Integer hours = GoogleJson.countOrZero(time, "hours");
        Integer minutes = GoogleJson.countOrZero(time, "minutes");
        Integer seconds = GoogleJson.countOrZero(time, "seconds");
        Integer nanos = GoogleJson.countOrZero(time, "nanos");
        if (hours == null || minutes == null || seconds == null || nanos == null) {
            return null;
        }
        if (hours == HOURS_OF_A_DAY && minutes == 0 && seconds == 0 && nanos == 0) {
            return date.plusDays(1).atStartOfDay();
        }
        try {
            return date.atTime(hours, minutes, seconds, nanos);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /**
     * An instant with the offset that stands beside it; where none does, with the one that the
     * user's zone had then.
     *
     * @throws io.pulseline.normalizer.record.UnmappableException if that zone is not known
     */
    static @Nullable OffsetDateTime moment(
            JsonNode object, String timeField, String offsetField, LocalTimes times) {
        Instant instant = instant(object, timeField);
        if (instant == null) {
            return null;
        }
        ZoneOffset offset = offset(object, offsetField);
        return offset == null ? times.at(instant) : instant.atOffset(offset);
    }

    /** When a sample was taken; as {@link #moment}. */
    static @Nullable OffsetDateTime sampled(JsonNode value, LocalTimes times) {
        return moment(value.path("sampleTime"), "physicalTime", "utcOffset", times);
    }
}
