package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Lap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lap of a TCX file; absent is null.
 *
 * @param seconds without pauses, as devices write it
 * @param kilocalories never 0: the format asks for a number where nothing is known
 */
record TcxLap(
        @Nullable Instant start,
        @Nullable Double seconds,
        @Nullable Double metres,
        @Nullable Double kilocalories,
        @Nullable Double averageBeatsPerMinute,
        @Nullable Double steps) {

    /** When it was over at the earliest; null if it does not say when it began. */
    @Nullable Instant end() {
        return start == null || seconds == null ? start : start.plusMillis(milliseconds(seconds));
    }

    /** As a record has it. */
    Lap recorded(Instant begun, boolean hasDistance) {
        return new Lap(
                begun.toEpochMilli(),
                seconds == null ? null : milliseconds(seconds),
                hasDistance ? metres : null,
                kilocalories);
    }

    static long milliseconds(double seconds) {
        return Math.round(seconds * 1000);
    }
}
