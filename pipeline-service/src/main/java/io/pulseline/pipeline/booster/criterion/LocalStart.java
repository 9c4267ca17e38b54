package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** When an activity began by the clock on the wall. */
public final class LocalStart {
    private LocalStart() {}

    /**
     * By the activity's own offset from UTC, never by its longitude; empty where the start or the
     * offset is not known.
     */
    public static Optional<LocalDateTime> of(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Integer offset = activity.getStartOffsetSeconds();
        if (start == null || offset == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.ofInstant(
                            Instant.ofEpochMilli(start), ZoneOffset.ofTotalSeconds(offset)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
