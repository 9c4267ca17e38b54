package io.pulseline.normalizer.fitbit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times as Fitbit writes them. */
final class FitbitTimes {
    private FitbitTimes() {}

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
