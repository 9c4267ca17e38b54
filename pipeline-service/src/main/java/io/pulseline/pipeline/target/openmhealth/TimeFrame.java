package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * When a body was true: a moment, or an interval of start and end (never a duration beside them,
 * which the schemas refuse).
 *
 * @param end null for a moment
 */
record TimeFrame(OffsetDateTime start, @Nullable OffsetDateTime end) {
    private static final int FURTHEST_SECONDS = ZoneOffset.MAX.getTotalSeconds();

    static TimeFrame at(OffsetDateTime moment) {
        return new TimeFrame(moment, null);
    }

    static TimeFrame between(OffsetDateTime start, OffsetDateTime end) {
        return new TimeFrame(start, end);
    }

    /** From the first moment of that date in that zone to the first of the next: 23 to 25 hours. */
    static TimeFrame day(LocalDate date, ZoneId zone) {
        return between(
                date.atStartOfDay(zone).toOffsetDateTime(),
                date.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }

    /**
     * The moment with the local offset.
     *
     * @param offsetSeconds of local time from UTC; UTC itself stands in where it is null, is none,
     *     or has seconds, which RFC 3339 cannot write
     */
    static OffsetDateTime local(long epochMillis, @Nullable Integer offsetSeconds) {
        ZoneOffset offset =
                offsetSeconds == null
                                || offsetSeconds % 60 != 0
                                || Math.abs(offsetSeconds) > FURTHEST_SECONDS
                        ? ZoneOffset.UTC
                        : ZoneOffset.ofTotalSeconds(offsetSeconds);
        return Instant.ofEpochMilli(epochMillis).atOffset(offset);
    }

    /** RFC 3339 with seconds. */
    static String text(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    ObjectNode json() {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        if (end == null) {
            return frame.put("date_time", text(start));
        }
        frame.putObject("time_interval")
                .put("start_date_time", text(start))
                .put("end_date_time", text(end));
        return frame;
    }
}
