package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.SleepSegments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects segments of one sleep in order of time. */
public final class SleepColumns {
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> durations = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private @Nullable Instant start;

    /**
     * One segment.
     *
     * @param stage open set, see {@code OpenSets.SleepStage}
     */
    public void add(Instant at, Duration duration, String stage) {
        Instant first = start;
        if (first == null) {
            first = at;
            start = at;
        }
        offsets.add(Columns.offset(first.toEpochMilli(), at.toEpochMilli(), "sleep"));
        durations.add(Math.toIntExact(duration.toMillis()));
        stages.add(stage);
    }

    /** The columns; null if there is no segment. */
    public @Nullable SleepSegments build() {
        return start == null
                ? null
                : new SleepSegments(start.toEpochMilli(), offsets, durations, stages);
    }
}
