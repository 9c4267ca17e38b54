package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The heart rate of an activity in order of time: straight between samples up to 60 s apart,
 * nothing in longer gaps. Samples of 0 or less are no heart beats and left out.
 */
public final class HeartRateCurve {
    private final long startEpochMillis;

    /** Since the start of the samples, growing. */
    private final double[] seconds;

    private final int[] beatsPerMinute;

    private HeartRateCurve(long startEpochMillis, double[] seconds, int[] beatsPerMinute) {
        this.startEpochMillis = startEpochMillis;
        this.seconds = seconds;
        this.beatsPerMinute = beatsPerMinute;
    }

    /** Empty if the activity has no samples. */
    public static Optional<HeartRateCurve> of(Activity activity) {
        HeartRateSamples samples = activity.getHeartRate();
        return samples == null ? Optional.empty() : of(samples);
    }

    /** Empty if none of them is a heart rate. */
    static Optional<HeartRateCurve> of(HeartRateSamples samples) {
        List<Integer> offsets = samples.getOffsetMilliseconds();
        List<Integer> beats = samples.getBeatsPerMinute();
        int[] order = TimeOrder.of(offsets, Math.min(offsets.size(), beats.size()));
        int[] known = Arrays.stream(order).filter(sample -> beats.get(sample) > 0).toArray();
        return known.length == 0
                ? Optional.empty()
                : Optional.of(
                        new HeartRateCurve(
                                samples.getStartEpochMillis(),
                                Arrays.stream(known)
                                        .mapToDouble(sample -> offsets.get(sample) / 1000.0)
                                        .toArray(),
                                Arrays.stream(known).map(beats::get).toArray()));
    }

    public int size() {
        return seconds.length;
    }

    /** Of the first sample, epoch milliseconds. */
    public long startEpochMillis() {
        return epochMillis(0);
    }

    /** Of the last sample, epoch milliseconds. */
    public long endEpochMillis() {
        return epochMillis(size() - 1);
    }

    public int lowestBeatsPerMinute() {
        return Arrays.stream(beatsPerMinute).min().orElseThrow();
    }

    public int highestBeatsPerMinute() {
        return Arrays.stream(beatsPerMinute).max().orElseThrow();
    }

    /** Weighted by time; the plain mean if no two samples are near enough to fill any time. */
    public double averageBeatsPerMinute() {
        return averageBeatsPerMinute(startEpochMillis(), endEpochMillis())
                .orElseGet(() -> Arrays.stream(beatsPerMinute).average().orElseThrow());
    }

    /** Weighted by time, between two instants; empty if the curve tells nothing of it. */
    public OptionalDouble averageBeatsPerMinute(long fromEpochMillis, long toEpochMillis) {
        double from = (fromEpochMillis - startEpochMillis) / 1000.0;
        double to = (toEpochMillis - startEpochMillis) / 1000.0;
        double sum = 0;
        double time = 0;
        for (int next = 1; next < size(); next++) {
            double begin = Math.max(from, seconds[next - 1]);
            double end = Math.min(to, seconds[next]);
            if (begin < end && !isGap(next)) {
                sum += (end - begin) * (at(next, begin) + at(next, end)) / 2;
                time += end - begin;
            }
        }
        return time > 0 ? OptionalDouble.of(sum / time) : OptionalDouble.empty();
    }

    /** Beats per minute in each second since the first sample; NaN in a gap. */
    public double[] eachSecond() {
        int length = (int) Math.floor(seconds[size() - 1] - seconds[0]) + 1;
        double[] each = new double[length];
        int next = 1;
        for (int second = 0; second < length; second++) {
            double at = seconds[0] + second;
            while (next < size() - 1 && seconds[next] < at) {
                next++;
            }
            each[second] = size() < 2 || isGap(next) ? Double.NaN : at(next, at);
        }
        return each;
    }

    private double at(int next, double second) {
        double part = (second - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
        return beatsPerMinute[next - 1] + part * (beatsPerMinute[next] - beatsPerMinute[next - 1]);
    }

    private boolean isGap(int next) {
        return Gap.is(seconds[next] - seconds[next - 1]);
    }

    private long epochMillis(int sample) {
        return startEpochMillis + Math.round(seconds[sample] * 1000);
    }
}
