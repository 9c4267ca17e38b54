package io.pulseline.pipeline.booster.heart;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.series.Gap;
import io.pulseline.pipeline.booster.series.TimeOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Heart rate that a device measured for itself, whatever else was going on: by absolute instant,
 * growing, each above 0.
 *
 * @param samples both columns of one length
 */
public record MeasuredHeartRate(HeartRateSamples samples) {
    private static final double MILLISECONDS_PER_SECOND = 1_000;

    /**
     * All of these as one. Of several at one instant the first above 0 counts.
     *
     * @param all in any order, each in any order
     * @param from inclusive
     * @param to exclusive, at most 24 days later
     */
    public static MeasuredHeartRate of(List<HeartRateSamples> all, Instant from, Instant to) {
        Columns columns = new Columns(from.toEpochMilli());
        for (HeartRateSamples some : all) {
            int count =
                    Math.min(some.getOffsetMilliseconds().size(), some.getBeatsPerMinute().size());
            for (int sample = 0; sample < count; sample++) {
                long at = some.getStartEpochMillis() + some.getOffsetMilliseconds().get(sample);
                int beats = some.getBeatsPerMinute().get(sample);
                if (beats > 0 && at >= from.toEpochMilli() && at < to.toEpochMilli()) {
                    columns.add(at, beats);
                }
            }
        }
        return new MeasuredHeartRate(columns.inOrder());
    }

    /** The same on a clock that is so much behind: every instant becomes so much earlier. */
    public MeasuredHeartRate earlierBy(Duration shift) {
        return new MeasuredHeartRate(
                new HeartRateSamples(
                        samples.getStartEpochMillis() - shift.toMillis(),
                        samples.getOffsetMilliseconds(),
                        samples.getBeatsPerMinute()));
    }

    /**
     * Of a piece of time, counted from its begin; nothing is moved, nothing filled in. Exactly at
     * its begin and at its end stands the value on the straight line between the neighbours, where
     * those are at most 60 s apart.
     *
     * @param start inclusive
     * @param end inclusive, at most 24 days later
     */
    public HeartRateSamples during(Instant start, Instant end) {
        long first = start.toEpochMilli();
        long last = end.toEpochMilli();
        Columns columns = new Columns(first);
        for (int sample = 0; sample < size(); sample++) {
            long at = epochMillis(sample);
            if (sample > 0) {
                addBetween(sample, first, columns);
                addBetween(sample, last, columns);
            }
            if (at >= first && at <= last) {
                columns.add(at, beats(sample));
            }
        }
        return columns.inOrder();
    }

    private void addBetween(int next, long at, Columns columns) {
        long before = epochMillis(next - 1);
        long after = epochMillis(next);
        if (before < at && at < after && !Gap.is((after - before) / MILLISECONDS_PER_SECOND)) {
            double part = (double) (at - before) / (after - before);
            double rise = beats(next) - beats(next - 1);
            columns.add(at, (int) Math.round(beats(next - 1) + part * rise));
        }
    }

    private int size() {
        return samples.getOffsetMilliseconds().size();
    }

    private long epochMillis(int sample) {
        return samples.getStartEpochMillis() + samples.getOffsetMilliseconds().get(sample);
    }

    private int beats(int sample) {
        return samples.getBeatsPerMinute().get(sample);
    }

    /** Columns that grow. */
    private static final class Columns {
        private final long startEpochMillis;
        private final List<Integer> offsets = new ArrayList<>();
        private final List<Integer> beatsPerMinute = new ArrayList<>();

        private Columns(long startEpochMillis) {
            this.startEpochMillis = startEpochMillis;
        }

        private void add(long epochMillis, int beats) {
            offsets.add(Math.toIntExact(epochMillis - startEpochMillis));
            beatsPerMinute.add(beats);
        }

        private HeartRateSamples inOrder() {
            HeartRateSamples ordered =
                    new HeartRateSamples(startEpochMillis, new ArrayList<>(), new ArrayList<>());
            for (int sample : TimeOrder.of(offsets, offsets.size())) {
                ordered.getOffsetMilliseconds().add(offsets.get(sample));
                ordered.getBeatsPerMinute().add(beatsPerMinute.get(sample));
            }
            return ordered;
        }
    }
}
