package io.pulseline.pipeline.upload.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Times as XML files write them: ISO 8601, mostly in UTC. UTC says nothing of the clocks on the
 * wall: those come from an offset that the file writes, else from the zone that the sender named,
 * else they are not known.
 */
final class FileTimes {
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

    private final @Nullable ZoneId zone;
    private @Nullable ZoneOffset written;

    /**
     * @param zone what the sender named; null if nothing
     */
    FileTimes(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /**
     * An instant; null where unreadable.
     *
     * @throws RefusedFileException if it has no offset and the sender named no zone
     */
    @Nullable Instant instant(String text) {
        TemporalAccessor read;
        try {
            read = DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException _) {
            return null;
        }
        // Years beyond four digits are no times of anybody, and too far off for milliseconds.
        return Year.from(read).getValue() > 9999 || Year.from(read).getValue() < 1
                ? null
                : instant(read);
    }

    private Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime complete) {
            if (written == null && !complete.getOffset().equals(ZoneOffset.UTC)) {
                written = complete.getOffset();
            }
            return complete.toInstant();
        }
        if (zone == null) {
            throw RefusedFileException.unfit(
                    "The file's times have no offset from UTC; name the zone they are meant in, for"
                            + " example ?zone=Europe/Berlin.");
        }
        return LocalDateTime.from(read).atZone(zone).toInstant();
    }

    /** The offset of the clocks on the wall then, seconds; null if nobody told. */
    @Nullable Integer offsetSecondsAt(Instant instant) {
        if (written != null) {
            return written.getTotalSeconds();
        }
        return zone == null ? null : zone.getRules().getOffset(instant).getTotalSeconds();
    }
}
