package io.pulseline.pipeline.target.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instants as ISO 8601 with an offset.
 *
 * @param zone whose offset is told
 */
record CsvTime(ZoneId zone) {
    private static final int LARGEST_OFFSET_SECONDS = 18 * 60 * 60;

    /** For what tells no offset of its own. */
    static final CsvTime UTC = new CsvTime(ZoneOffset.UTC);

    /**
     * In the zone of a record, so that the clocks change where they did; else at its offset; else
     * in UTC.
     */
    static CsvTime of(@Nullable String zone, @Nullable Integer offsetSeconds) {
        try {
            if (zone != null) {
                return new CsvTime(ZoneId.of(zone));
            }
        } catch (DateTimeException _) {
            // An unknown name: the offset is right at the start at least.
        }
        return offsetSeconds == null || Math.abs(offsetSeconds) > LARGEST_OFFSET_SECONDS
                ? UTC
                : new CsvTime(ZoneOffset.ofTotalSeconds(offsetSeconds));
    }

    String text(long epochMillis) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(epochMillis).atZone(zone));
    }

    String text(long startEpochMillis, List<Integer> offsetMilliseconds, int at) {
        return text(startEpochMillis + offsetMilliseconds.get(at));
    }
}
