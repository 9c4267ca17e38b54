package io.pulseline.normalizer.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Ends of a range as people write them: an instant, or a UTC date that is meant as a whole. */
final class Moments {
    private Moments() {}

    /**
     * Where a range begins: the start of a date.
     *
     * @throws IllegalArgumentException saying what is understood
     */
    static Instant from(String text) {
        return moment(text, 0);
    }

    /**
     * Where a range ends: the end of a date.
     *
     * @throws IllegalArgumentException saying what is understood
     */
    static Instant to(String text) {
        return moment(text, 1);
    }

    private static Instant moment(String text, int daysOn) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(daysOn)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no time; write 2026-01-31 (UTC) or 2026-01-31T10:00:00Z"
                            .formatted(text),
                    e);
        }
    }
}
