package io.pulseline.pipeline.booster.heart;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.series.Gap;
import io.pulseline.pipeline.booster.series.TimeOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * The heart rate of an activity as stretches of time, in their order: a sample holds until the next
 * one. Between samples more than 60 s apart is a gap, which counts nowhere, as does what lies
 * outside the activity. The last sample holds until the end of the activity; where that is not
 * known, for no time.
 *
 * <p>Samples may stand in any order; of two at one moment the first counts; 0 or less is no heart
 * rate and counts as absent.
 */
public final class HeldHeartRate {
    private static final double MILLISECONDS_PER_SECOND = 1_000;

    private final int[] beatsPerMinute;
    private final long[] milliseconds;

    private HeldHeartRate(int[] beatsPerMinute, long[] milliseconds) {
        this.beatsPerMinute = beatsPerMinute;
        this.milliseconds = milliseconds;
    }

    /** What one stretch says. */
    @FunctionalInterface
    public interface Stretch {
        void held(int beatsPerMinute, double seconds);
    }

    /** Without any stretch where the activity has no heart rate. */
    public static HeldHeartRate of(Activity activity) {
        HeartRateSamples samples = activity.getHeartRate();
        if (samples == null) {
            return new HeldHeartRate(new int[0], new long[0]);
        }
        int[] order = inOrderOfTime(samples);
        int[] beats = new int[order.length];
        long[] moments = new long[order.length];
        for (int next = 0; next < order.length; next++) {
            beats[next] = samples.getBeatsPerMinute().get(order[next]);
            moments[next] =
                    samples.getStartEpochMillis()
                            + samples.getOffsetMilliseconds().get(order[next]);
        }
        return new HeldHeartRate(beats, held(moments, activity));
    }

    private static int[] inOrderOfTime(HeartRateSamples samples) {
        List<Integer> offsets = samples.getOffsetMilliseconds();
        List<Integer> beats = samples.getBeatsPerMinute();
        int[] order = TimeOrder.of(offsets, Math.min(offsets.size(), beats.size()));
        return Arrays.stream(order).filter(sample -> beats.get(sample) > 0).toArray();
    }

    private static long[] held(long[] moments, Activity activity) {
        Long start = activity.getStartEpochMillis();
        long first = start == null ? Long.MIN_VALUE : start;
        long last = endOf(activity);
        long[] held = new long[moments.length];
        for (int sample = 0; sample < moments.length; sample++) {
            long begin = moments[sample];
            long end = sample + 1 < moments.length ? moments[sample + 1] : last;
            // The unknown end is far away, too: nothing holds until then.
            if (!Gap.is((end - begin) / MILLISECONDS_PER_SECOND)) {
                held[sample] = Math.max(0, Math.min(end, last) - Math.max(begin, first));
            }
        }
        return held;
    }

    /** The end of time where it is not known. */
    private static long endOf(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        return start == null || elapsed == null ? Long.MAX_VALUE : start + elapsed;
    }

    /** True if no heart rate holds for any time. */
    public boolean isEmpty() {
        return totalMilliseconds() == 0;
    }

    /** Tells every stretch that lasts, in order. */
    public void forEach(Stretch stretch) {
        for (int sample = 0; sample < milliseconds.length; sample++) {
            if (milliseconds[sample] > 0) {
                stretch.held(
                        beatsPerMinute[sample], milliseconds[sample] / MILLISECONDS_PER_SECOND);
            }
        }
    }

    /** How much of the activity, from start to end, has heart rate; empty without a duration. */
    public OptionalDouble coveredPercent(Activity activity) {
        Long elapsed = activity.getElapsedMilliseconds();
        return elapsed == null || elapsed <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * totalMilliseconds() / elapsed);
    }

    private long totalMilliseconds() {
        return LongStream.of(milliseconds).sum();
    }
}
