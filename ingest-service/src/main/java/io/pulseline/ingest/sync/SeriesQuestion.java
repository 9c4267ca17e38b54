package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A question for the series of one local date.
 *
 * @param kind {@code heart-rate} or {@code steps}, of {@link
 *     io.pulseline.contracts.OpenSets.PayloadKind}
 * @param fromHour first local hour asked for, 0 to 23; the question reaches to the date's end
 * @param until local time at which what the device has told ends, exclusive; null is the end of the
 *     date. Later rows are no measurements.
 * @param detail how fine
 * @param zones to place the date's hours
 */
public record SeriesQuestion(
        String kind,
        LocalDate date,
        int fromHour,
        @Nullable LocalTime until,
        Detail detail,
        ZoneHistory zones) {
    /** How fine a series is asked for. */
    public enum Detail {
        /** As fine as the provider has it. */
        FINE,
        /** By the minute, where the finest is not allowed. */
        COARSE
    }
}
