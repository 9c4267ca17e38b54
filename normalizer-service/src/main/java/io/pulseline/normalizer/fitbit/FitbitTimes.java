package io.pulseline.normalizer.fitbit;

import io.pulseline.normalizer.record.LocalTimes;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times as Fitbit writes them. */
final class FitbitTimes {
    /** {@code 2022-04-27T17:19:30.000-07:00}, {@code ...Z}, or without an offset. */
    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM:ss", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "+0000")
                    .optionalEnd()
                    .toFormatter();

    private FitbitTimes() {}

    /**
     * A time with its offset; one written without gets the offset of the user's zone on its date.
     * Null where unreadable.
     */
    static @Nullable OffsetDateTime dateTime(String text, LocalTimes times) {
        TemporalAccessor read;
        try {
            read = DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException _) {
            return null;
        }
        return read instanceof OffsetDateTime complete
                ? complete
                : times.resolve((LocalDateTime) read);
    }

    /**
     * A local date and time as it stands, {@code 2022-04-27T17:19:30.000} or without milliseconds;
     * null where unreadable or absent.
     */
    static @Nullable LocalDateTime local(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** A time of day, {@code HH:mm} or {@code HH:mm:ss}; null where unreadable. */
    static @Nullable LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
