package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * By how much the clock of the device that measured the heart rate is ahead of the clock of the
 * activity: the lag at which both curves, one value a second, are most alike by Pearson's
 * correlation over the seconds that both know.
 *
 * <p>The heart rate is compared to the activity's own, else to the speed along its track. The heart
 * follows the legs 20 to 40 s later, and that delay is in the lag: against speed only lags of more
 * than 60 s are told, and they are right to about half a minute.
 */
public final class ClockDrift {
    private static final int FARTHEST_SECONDS = 180;
    private static final int FEWEST_COMMON_SECONDS = 300;
    private static final double LEAST_CORRELATION = 0.8;

    /** A slow curve is nearly as much alike at every lag, which then tells nothing. */
    private static final double LEAST_GAIN = 0.05;

    /** A lag below is in the way devices average, not in their clocks. */
    private static final int LEAST_SECONDS = 3;

    private static final int LEAST_SECONDS_BY_SPEED = 61;

    /** The heart does not answer to what is shorter. */
    private static final int SPEED_WINDOW_SECONDS = 30;

    /** What rounding can do to a correlation. */
    private static final double ROUNDING = 1e-9;

    private ClockDrift() {}

    /**
     * Seconds from −180 to 180, positive where the clock behind the heart rate is ahead; empty
     * where nothing is sure.
     *
     * @param heartRate as measured by the device whose clock is in question
     * @param activity with heart rate or a track of its own, by its own clock
     */
    public static OptionalInt seconds(HeartRateSamples heartRate, Activity activity) {
        Optional<Signal> measured = HeartRateCurve.of(heartRate).map(Signal::of);
        Optional<Signal> ownHeart = HeartRateCurve.of(activity).map(Signal::of);
        Optional<Signal> own = ownHeart.or(() -> Motion.of(activity).map(Signal::of));
        int least = ownHeart.isPresent() ? LEAST_SECONDS : LEAST_SECONDS_BY_SPEED;
        return measured.isPresent() && own.isPresent()
                ? lag(measured.get(), own.get(), least)
                : OptionalInt.empty();
    }

    private static OptionalInt lag(Signal measured, Signal own, int leastSeconds) {
        double unmoved = correlation(measured, own, 0);
        double best = unmoved;
        int bestLag = 0;
        // From near to far: of equals, as a steady rhythm has them, the nearest counts.
        for (int distance = 1; distance <= FARTHEST_SECONDS; distance++) {
            for (int lag = -distance; lag <= distance; lag += 2 * distance) {
                double correlation = correlation(measured, own, lag);
                if (correlation > best + ROUNDING) {
                    best = correlation;
                    bestLag = lag;
                }
            }
        }
        // Without a correlation at lag 0 nothing is greater than it.
        return best >= LEAST_CORRELATION
                        && best - unmoved >= LEAST_GAIN
                        && Math.abs(bestLag) >= leastSeconds
                ? OptionalInt.of(bestLag)
                : OptionalInt.empty();
    }

    /** NaN if they have too few seconds in common, or one of them never changes. */
    private static double correlation(Signal measured, Signal own, int lag) {
        long shift = own.startSecond - measured.startSecond + lag;
        long from = Math.max(0, -shift);
        long to = Math.min(own.length(), measured.length() - shift);
        if (to - from < FEWEST_COMMON_SECONDS) {
            return Double.NaN;
        }
        Sums sums = new Sums();
        sums.add(measured, Math.toIntExact(from + shift), own, (int) from, (int) (to - from));
        return sums.correlation();
    }

    /**
     * A curve by the second, ready for many sums: unknown seconds are 0 in every column, the values
     * less their average, lest their squares eat up the digits.
     */
    private static final class Signal {
        private final long startSecond;
        private final double[] known;
        private final double[] values;
        private final double[] squares;

        private Signal(long startEpochMillis, double[] each) {
            startSecond = Math.round(startEpochMillis / 1000.0);
            double average =
                    Arrays.stream(each).filter(Double::isFinite).average().orElse(Double.NaN);
            known = Arrays.stream(each).map(value -> Double.isFinite(value) ? 1 : 0).toArray();
            values =
                    Arrays.stream(each)
                            .map(value -> Double.isFinite(value) ? value - average : 0)
                            .toArray();
            squares = Arrays.stream(values).map(value -> value * value).toArray();
        }

        private static Signal of(HeartRateCurve curve) {
            return new Signal(curve.startEpochMillis(), curve.eachSecond());
        }

        private static Signal of(Motion motion) {
            return new Signal(motion.startEpochMillis(), motion.eachSecond(SPEED_WINDOW_SECONDS));
        }

        private int length() {
            return values.length;
        }
    }

    /** Over the seconds that both signals know. */
    private static final class Sums {
        /** Of values that differ by less than rounding. */
        private static final double NO_VARIANCE = 1e-9;

        private double seconds;
        private double measured;
        private double measuredSquares;
        private double own;
        private double ownSquares;
        private double products;

        // Without a branch: this is where all the time goes.
        private void add(Signal left, int leftFrom, Signal right, int rightFrom, int length) {
            for (int second = 0; second < length; second++) {
                int i = leftFrom + second;
                int j = rightFrom + second;
                seconds += left.known[i] * right.known[j];
                measured += left.values[i] * right.known[j];
                measuredSquares += left.squares[i] * right.known[j];
                own += right.values[j] * left.known[i];
                ownSquares += right.squares[j] * left.known[i];
                products += left.values[i] * right.values[j];
            }
        }

        private double correlation() {
            if (seconds < FEWEST_COMMON_SECONDS) {
                return Double.NaN;
            }
            double measuredVariance = covariance(measuredSquares, measured, measured);
            double ownVariance = covariance(ownSquares, own, own);
            return measuredVariance < NO_VARIANCE || ownVariance < NO_VARIANCE
                    ? Double.NaN
                    : covariance(products, measured, own)
                            / Math.sqrt(measuredVariance * ownVariance);
        }

        private double covariance(double sumOfProducts, double left, double right) {
            return sumOfProducts / seconds - left / seconds * (right / seconds);
        }
    }
}
