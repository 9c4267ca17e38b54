package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Altitudes along a track, in order of time, each the median of those within 5 s at either side,
 * and of two neighbours at either side where points are sparse. Gaps longer than 60 s count
 * nowhere: no altitude is told for them, no climb is counted over them.
 */
public final class Altitudes {
    private static final double WINDOW_SECONDS = 5;
    private static final int FEWEST_NEIGHBOURS = 2;

    private final long startEpochMillis;

    /** Since the start of the track, growing. */
    private final double[] seconds;

    private final double[] metres;

    private Altitudes(long startEpochMillis, double[] seconds, double[] givenMetres) {
        this.startEpochMillis = startEpochMillis;
        this.seconds = seconds;
        this.metres = new double[seconds.length];
        for (int from = 0; from < seconds.length; from = endOfStretch(from)) {
            smooth(givenMetres, from, endOfStretch(from));
        }
    }

    /** Empty if the activity has not two points with an altitude. */
    public static Optional<Altitudes> of(Activity activity) {
        Track track = activity.getTrack();
        if (track == null) {
            return Optional.empty();
        }
        TrackPoints points = TrackPoints.of(track);
        double[] seconds = new double[points.size()];
        double[] metres = new double[points.size()];
        int known = 0;
        for (int point = 0; point < points.size(); point++) {
            if (points.hasAltitude(point)) {
                seconds[known] = points.seconds(point);
                metres[known++] = points.altitudeMetres(point);
            }
        }
        return known < 2
                ? Optional.empty()
                : Optional.of(
                        new Altitudes(
                                points.startEpochMillis(),
                                Arrays.copyOf(seconds, known),
                                Arrays.copyOf(metres, known)));
    }

    public int size() {
        return metres.length;
    }

    /** Smoothed. */
    public double metres(int sample) {
        return metres[sample];
    }

    public long epochMillis(int sample) {
        return startEpochMillis + Math.round(seconds[sample] * 1000);
    }

    public double highestMetres() {
        return Arrays.stream(metres).max().orElseThrow();
    }

    public double lowestMetres() {
        return Arrays.stream(metres).min().orElseThrow();
    }

    /** In a straight line between two samples; empty before, after and in a gap. */
    public OptionalDouble metresAt(long epochMillis) {
        double second = (epochMillis - startEpochMillis) / 1000.0;
        int found = Arrays.binarySearch(seconds, second);
        if (found >= 0) {
            return OptionalDouble.of(metres[found]);
        }
        int next = -found - 1;
        if (next == 0 || next == seconds.length || isGap(next)) {
            return OptionalDouble.empty();
        }
        double part = (second - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
        return OptionalDouble.of(metres[next - 1] + part * (metres[next] - metres[next - 1]));
    }

    /** What goes up and down by at least that much at a time; less is taken for noise. */
    public Climb climb(double hysteresisMetres) {
        double gain = 0;
        double loss = 0;
        for (int from = 0; from < metres.length; from = endOfStretch(from)) {
            Climb climb =
                    Climb.over(
                            Arrays.copyOfRange(metres, from, endOfStretch(from)), hysteresisMetres);
            gain += climb.gainMetres();
            loss += climb.lossMetres();
        }
        return new Climb(gain, loss);
    }

    private void smooth(double[] givenMetres, int from, int end) {
        MovingMedian median = new MovingMedian(givenMetres, from);
        int first = from;
        int beyond = from;
        for (int sample = from; sample < end; sample++) {
            while (first < sample - FEWEST_NEIGHBOURS
                    && seconds[first] < seconds[sample] - WINDOW_SECONDS) {
                first++;
            }
            beyond = Math.max(beyond, Math.min(end, sample + FEWEST_NEIGHBOURS + 1));
            while (beyond < end && seconds[beyond] <= seconds[sample] + WINDOW_SECONDS) {
                beyond++;
            }
            metres[sample] = median.over(first, beyond);
        }
    }

    private int endOfStretch(int from) {
        int end = from + 1;
        while (end < seconds.length && !isGap(end)) {
            end++;
        }
        return end;
    }

    private boolean isGap(int sample) {
        return Gap.is(seconds[sample] - seconds[sample - 1]);
    }
}
