package io.pulseline.pipeline.upload.file;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One data message of a FIT file.
 *
 * @param number what it tells of, by FIT's global numbers
 * @param values by field number: {@link Long}, {@link Double} or {@link String}; what the file
 *     marks as "none" is not in it
 */
record FitMessage(int number, Map<Integer, Object> values) {
    /** The field of every message that tells when it was written. */
    static final int TIMESTAMP = 253;

    /** FIT counts seconds from 1989-12-31T00:00:00Z. */
    static final long EPOCH_SECONDS = 631_065_600L;

    /** Smaller numbers count from when the device was switched on: no time at all. */
    private static final long FIRST_TRUE_TIME = 0x1000_0000L;

    /** Times have 32 bits, whatever a damaged definition says. */
    private static final long LAST_TIME = 0xFFFF_FFFFL;

    /** A whole number as it stands in the file; null where absent. */
    @Nullable Long whole(int field) {
        return values.get(field) instanceof Long number ? number : null;
    }

    /** A quantity: the number in the file divided by its scale; null where absent. */
    @Nullable Double scaled(int field, double scale) {
        return values.get(field) instanceof Number number ? number.doubleValue() / scale : null;
    }

    /** A text as it stands in the file; null where absent. */
    @Nullable String text(int field) {
        return values.get(field) instanceof String text ? text : null;
    }

    /** A length of time, which the file tells in milliseconds; null where absent. */
    @Nullable Long milliseconds(int field) {
        Long milliseconds = whole(field);
        return milliseconds == null || milliseconds < 0 || milliseconds > LAST_TIME
                ? null
                : milliseconds;
    }

    /** A point in time; null where absent. */
    @Nullable Instant time(int field) {
        Long seconds = whole(field);
        return seconds == null || seconds < FIRST_TRUE_TIME || seconds > LAST_TIME
                ? null
                : Instant.ofEpochSecond(EPOCH_SECONDS + seconds);
    }
}
