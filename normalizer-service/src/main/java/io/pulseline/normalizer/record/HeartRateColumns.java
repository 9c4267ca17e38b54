package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.HeartRateSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the heart rate of one activity or slot, in any order, and gives it as columns in order
 * of time.
 *
 * <p>Left out and counted: values outside 1 to 300 beats per minute, samples outside the activity,
 * and second samples of one instant. Nothing is filled in.
 */
public final class HeartRateColumns {
    private static final int LOWEST_BEATS_PER_MINUTE = 1;
    private static final int HIGHEST_BEATS_PER_MINUTE = 300;

    private final long firstMillis;
    private final long lastMillis;
    private final Oddities oddities;
    private final List<Sample> samples = new ArrayList<>();

    /**
     * @param first earliest instant of the activity or slot, inclusive
     * @param last latest one, inclusive; null if it is not known
     */
    public HeartRateColumns(Instant first, @Nullable Instant last, Oddities oddities) {
        this.firstMillis = first.toEpochMilli();
        this.lastMillis = last == null ? Long.MAX_VALUE : last.toEpochMilli();
        this.oddities = oddities;
    }

    /** One sample; fractions of a beat are rounded. */
    public void add(Instant at, double beatsPerMinute) {
        long rounded = Math.round(beatsPerMinute);
        if (rounded < LOWEST_BEATS_PER_MINUTE || rounded > HIGHEST_BEATS_PER_MINUTE) {
            oddities.met(Oddity.HEART_RATE_OUT_OF_RANGE);
            return;
        }
        long millis = at.toEpochMilli();
        if (millis < firstMillis || millis > lastMillis) {
            oddities.met(Oddity.HEART_RATE_OUTSIDE_ACTIVITY);
            return;
        }
        samples.add(new Sample(millis, (int) rounded));
    }

    /** Whether there is nothing to give. */
    public boolean isEmpty() {
        return samples.isEmpty();
    }

    /**
     * The columns, offsets strictly growing from the first sample; null if there is no sample.
     *
     * @throws UnmappableException if they reach over more than 24 days, which no activity does
     */
    public @Nullable HeartRateSamples build() {
        if (samples.isEmpty()) {
            return null;
        }
        List<Sample> inOrder = new ArrayList<>(samples);
        inOrder.sort(Comparator.comparingLong(Sample::millis));
        long start = inOrder.getFirst().millis();
        List<Integer> offsets = new ArrayList<>(inOrder.size());
        List<Integer> values = new ArrayList<>(inOrder.size());
        long previous = Long.MIN_VALUE;
        for (Sample sample : inOrder) {
            if (sample.millis() == previous) {
                oddities.met(Oddity.SAME_TIME_TWICE);
                continue;
            }
            previous = sample.millis();
            offsets.add(Columns.offset(start, sample.millis(), "heart rate"));
            values.add(sample.beatsPerMinute());
        }
        return new HeartRateSamples(start, offsets, values);
    }

    private record Sample(long millis, int beatsPerMinute) {}
}
