package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an activity moved on: metres and seconds along its track, and which of the seconds it moved.
 *
 * <p>Gaps longer than 60 s count nowhere, neither their time nor their distance; nor does a leap
 * that no one makes in that sport. A second counts as moving where the speed around it, over about
 * 5 s, is at least 0.3 m/s: slower is what satellite receivers do on their own.
 */
public final class Motion {
    private static final double LEAST_MOVING_METRES_PER_SECOND = 0.3;
    private static final double MOVING_WINDOW_SECONDS = 5;

    private final long startEpochMillis;
    private final double limitMetresPerSecond;

    /** Of each point since the start of the track, growing. */
    private final double[] seconds;

    /** Counted up to each point, never falling, like the next two. */
    private final double[] metres;

    private final double[] countedSeconds;
    private final double[] movingSeconds;

    private Motion(
            long startEpochMillis,
            double limitMetresPerSecond,
            double[] seconds,
            double[] givenMetres) {
        this.startEpochMillis = startEpochMillis;
        this.limitMetresPerSecond = limitMetresPerSecond;
        this.seconds = seconds;
        this.metres = new double[seconds.length];
        this.countedSeconds = new double[seconds.length];
        this.movingSeconds = new double[seconds.length];
        count(givenMetres);
        countMoving();
    }

    /** Empty if the activity has no track, or one that tells no distance. */
    public static Optional<Motion> of(Activity activity) {
        Track track = activity.getTrack();
        if (track == null) {
            return Optional.empty();
        }
        double limit = PlausibleSpeed.metresPerSecond(activity.getActivityType());
        return DistanceColumn.of(TrackPoints.of(track), limit)
                .map(column ->
                        new Motion(
                                track.getStartEpochMillis(),
                                limit,
                                column.seconds(),
                                column.metres()))
                .filter(motion -> motion.metres() > 0);
    }

    /** From the first point with a distance, epoch milliseconds. */
    public long startEpochMillis() {
        return epochMillis(seconds[0]);
    }

    /** Up to the last point with a distance, epoch milliseconds. */
    public long endEpochMillis() {
        return epochMillis(seconds[last()]);
    }

    /** All that counts; above 0. */
    public double metres() {
        return metres[last()];
    }

    public double movingSeconds() {
        return movingSeconds[last()];
    }

    /** Moving seconds until the distance was covered. */
    public double movingSecondsAt(double distanceMetres) {
        return distanceMetres >= metres()
                ? movingSeconds()
                : interpolated(metres, distanceMetres, movingSeconds);
    }

    /** Seconds of each point since the start of the track, growing. */
    double[] secondsAtPoints() {
        return seconds.clone();
    }

    /** Metres that count up to each point, never falling; they stand over gaps and leaps. */
    double[] metresAtPoints() {
        return metres.clone();
    }

    /** Above this a speed is no person's. */
    double limitMetresPerSecond() {
        return limitMetresPerSecond;
    }

    /** When the distance was covered. */
    public long epochMillisAt(double distanceMetres) {
        return epochMillis(interpolated(metres, distanceMetres, seconds));
    }

    /** Metres covered until then. */
    public double metresAt(long epochMillis) {
        return interpolated(seconds, second(epochMillis), metres);
    }

    /** Average over what counts between two instants; empty if nothing does. */
    public OptionalDouble metresPerSecond(long fromEpochMillis, long toEpochMillis) {
        double time =
                interpolated(seconds, second(toEpochMillis), countedSeconds)
                        - interpolated(seconds, second(fromEpochMillis), countedSeconds);
        return time > 0
                ? OptionalDouble.of((metresAt(toEpochMillis) - metresAt(fromEpochMillis)) / time)
                : OptionalDouble.empty();
    }

    /**
     * The highest average over a stretch of at least that long without a gap; empty if there is
     * none, or none that a person of that sport can do.
     */
    public OptionalDouble fastestMetresPerSecond(double windowSeconds) {
        double fastest = 0;
        int from = 0;
        for (int to = 1; to < seconds.length; to++) {
            if (isBroken(to)) {
                from = to;
            }
            while (from < to && seconds[to] - seconds[from + 1] >= windowSeconds) {
                from++;
            }
            double time = seconds[to] - seconds[from];
            double speed = (metres[to] - metres[from]) / time;
            if (time >= windowSeconds && speed <= limitMetresPerSecond) {
                fastest = Math.max(fastest, speed);
            }
        }
        return fastest > 0 ? OptionalDouble.of(fastest) : OptionalDouble.empty();
    }

    /**
     * Metres per second in each second since the start, averaged over a window around it; NaN where
     * less than half of the window counts.
     */
    public double[] eachSecond(int windowSeconds) {
        int length = (int) Math.floor(seconds[last()] - seconds[0]) + 1;
        double[] metresEach = eachSecond(metres, length);
        double[] countedEach = eachSecond(countedSeconds, length);
        double[] speeds = new double[length];
        for (int second = 0; second < length; second++) {
            int from = Math.max(0, second - windowSeconds / 2);
            int to = Math.min(length - 1, second + windowSeconds / 2);
            double counted = countedEach[to] - countedEach[from];
            speeds[second] =
                    counted >= windowSeconds / 2.0
                            ? (metresEach[to] - metresEach[from]) / counted
                            : Double.NaN;
        }
        return speeds;
    }

    private double[] eachSecond(double[] column, int length) {
        double[] each = new double[length];
        int next = 1;
        for (int second = 0; second < length; second++) {
            double at = seconds[0] + second;
            while (next < last() && seconds[next] < at) {
                next++;
            }
            each[second] = between(seconds, next, at, column);
        }
        return each;
    }

    private void count(double[] givenMetres) {
        for (int point = 1; point < seconds.length; point++) {
            double time = seconds[point] - seconds[point - 1];
            double distance = givenMetres[point] - givenMetres[point - 1];
            boolean counts =
                    !Gap.is(time)
                            && !PlausibleSpeed.isExceeded(distance, time, limitMetresPerSecond);
            metres[point] = metres[point - 1] + (counts ? distance : 0);
            countedSeconds[point] = countedSeconds[point - 1] + (counts ? time : 0);
        }
    }

    private void countMoving() {
        int from = 0;
        int to = 0;
        for (int point = 1; point < seconds.length; point++) {
            double middle = (seconds[point - 1] + seconds[point]) / 2;
            while (from < point - 1 && seconds[from] < middle - MOVING_WINDOW_SECONDS / 2) {
                from++;
            }
            to = Math.max(to, point);
            while (to < last() && seconds[to + 1] <= middle + MOVING_WINDOW_SECONDS / 2) {
                to++;
            }
            double counted = countedSeconds[to] - countedSeconds[from];
            boolean moves = metres[to] - metres[from] >= LEAST_MOVING_METRES_PER_SECOND * counted;
            double time = countedSeconds[point] - countedSeconds[point - 1];
            movingSeconds[point] = movingSeconds[point - 1] + (moves ? time : 0);
        }
    }

    private boolean isBroken(int point) {
        return countedSeconds[point] <= countedSeconds[point - 1];
    }

    private int last() {
        return seconds.length - 1;
    }

    private long epochMillis(double second) {
        return startEpochMillis + Math.round(second * 1000);
    }

    private double second(long epochMillis) {
        return (epochMillis - startEpochMillis) / 1000.0;
    }

    /** What {@code column} has where {@code from} first has the value; the ends beyond them. */
    private static double interpolated(double[] from, double value, double[] column) {
        int low = 1;
        int high = from.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return between(from, low, value, column);
    }

    private static double between(double[] from, int next, double value, double[] column) {
        double whole = from[next] - from[next - 1];
        double part = whole > 0 ? Math.clamp((value - from[next - 1]) / whole, 0, 1) : 0;
        return column[next - 1] + part * (column[next] - column[next - 1]);
    }
}
