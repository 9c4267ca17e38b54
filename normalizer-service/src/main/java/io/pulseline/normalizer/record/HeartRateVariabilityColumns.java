package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.HeartRateVariabilitySamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the intervals of one night, in any order, and gives them in order of time. */
public final class HeartRateVariabilityColumns {
    private final Oddities oddities;
    private final TreeMap<Long, Interval> intervals = new TreeMap<>();

    public HeartRateVariabilityColumns(Oddities oddities) {
        this.oddities = oddities;
    }

    /** One interval by its start; each value may be null. Of two with one start the first stays. */
    public void add(Instant start, Interval interval) {
        if (intervals.putIfAbsent(start.toEpochMilli(), interval) != null) {
            oddities.met(Oddity.SAME_TIME_TWICE);
        }
    }

    /** The columns; null if there is no interval. */
    public @Nullable HeartRateVariabilitySamples build() {
        if (intervals.isEmpty()) {
            return null;
        }
        long start = intervals.firstKey();
        List<Integer> offsets = new ArrayList<>(intervals.size());
        List<@Nullable Double> rmssd = new ArrayList<>(intervals.size());
        List<@Nullable Double> coverage = new ArrayList<>(intervals.size());
        List<@Nullable Double> highFrequency = new ArrayList<>(intervals.size());
        List<@Nullable Double> lowFrequency = new ArrayList<>(intervals.size());
        intervals.forEach((millis, interval) -> {
            offsets.add(Columns.offset(start, millis, "heart rate variability"));
            rmssd.add(interval.rmssdMilliseconds());
            coverage.add(interval.coverageRatio());
            highFrequency.add(interval.highFrequencyMillisecondsSquared());
            lowFrequency.add(interval.lowFrequencyMillisecondsSquared());
        });
        return new HeartRateVariabilitySamples(
                start, offsets, rmssd, coverage, highFrequency, lowFrequency);
    }

    /**
     * What was measured in one interval.
     *
     * @param coverageRatio share of the interval with usable beats, 0 to 1
     */
    public record Interval(
            @Nullable Double rmssdMilliseconds,
            @Nullable Double coverageRatio,
            @Nullable Double highFrequencyMillisecondsSquared,
            @Nullable Double lowFrequencyMillisecondsSquared) {}
}
