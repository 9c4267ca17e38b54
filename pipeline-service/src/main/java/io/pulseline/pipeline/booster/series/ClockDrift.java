package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
        return Sums.of(measured, Math.toIntExact(from + shift), own, (int) from, (int) (to - from))
                .correlation();
    }

    /**
     * A curve by the second, ready for many sums: unknown seconds are 0 in every column, the values
     * less their average, lest their squares eat up the digits.
     */
    private static final class Signal {
        private final long startSecond;
        private final double[] values;

        /** Of the known seconds, of their values and squares before each second. */
        private final double[] knownBefore;

        private final double[] valuesBefore;
        private final double[] squaresBefore;

        /** Where a known stretch begins, where it ends, and so on. */
        private final int[] turns;

        private Signal(long startEpochMillis, double[] each) {
            startSecond = Math.round(startEpochMillis / 1000.0);
            double average =
                    Arrays.stream(each).filter(Double::isFinite).average().orElse(Double.NaN);
            values =
                    Arrays.stream(each)
                            .map(value -> Double.isFinite(value) ? value - average : 0)
                            .toArray();
            knownBefore = before(Arrays.stream(each).map(value -> Double.isFinite(value) ? 1 : 0));
            valuesBefore = before(Arrays.stream(values));
            squaresBefore = before(Arrays.stream(values).map(value -> value * value));
            turns =
                    IntStream.rangeClosed(0, each.length)
                            .filter(second -> isKnown(each, second - 1) != isKnown(each, second))
                            .toArray();
        }

        private static Signal of(HeartRateCurve curve) {
            return new Signal(curve.startEpochMillis(), curve.eachSecond());
        }

        private static Signal of(Motion motion) {
            return new Signal(motion.startEpochMillis(), motion.eachSecond(SPEED_WINDOW_SECONDS));
        }

        private static boolean isKnown(double[] each, int second) {
            return second >= 0 && second < each.length && Double.isFinite(each[second]);
        }

        private static double[] before(DoubleStream each) {
            double[] sums = DoubleStream.concat(DoubleStream.of(0), each).toArray();
            for (int next = 1; next < sums.length; next++) {
                sums[next] += sums[next - 1];
            }
            return sums;
        }

        private int length() {
            return values.length;
        }

        /**
         * A sum over those seconds of a piece that the other signal knows.
         *
         * @param before the sums of this signal before each second
         * @param from where the piece begins here
         * @param otherFrom where it begins there
         */
        private static double sum(
                double[] before, int from, Signal other, int otherFrom, int length) {
            double sum = 0;
            for (int turn = 0; turn < other.turns.length; turn += 2) {
                int begin = Math.max(other.turns[turn], otherFrom);
                int end = Math.min(other.turns[turn + 1], otherFrom + length);
                if (begin < end) {
                    sum += before[end - otherFrom + from] - before[begin - otherFrom + from];
                }
            }
            return sum;
        }
    }

    /** Over the seconds that both signals know. */
    private record Sums(
            double seconds,
            double measured,
            double measuredSquares,
            double own,
            double ownSquares,
            double products) {
        /** Of values that differ by less than rounding. */
        private static final double NO_VARIANCE = 1e-9;

        private static Sums of(Signal left, int leftFrom, Signal right, int rightFrom, int length) {
            return new Sums(
                    Signal.sum(left.knownBefore, leftFrom, right, rightFrom, length),
                    Signal.sum(left.valuesBefore, leftFrom, right, rightFrom, length),
                    Signal.sum(left.squaresBefore, leftFrom, right, rightFrom, length),
                    Signal.sum(right.valuesBefore, rightFrom, left, leftFrom, length),
                    Signal.sum(right.squaresBefore, rightFrom, left, leftFrom, length),
                    products(left.values, leftFrom, right.values, rightFrom, length));
        }

        // Four sums beside each other: an addition need not wait for the one before it, and this
        // is where all the time goes.
        private static double products(
                double[] left, int leftFrom, double[] right, int rightFrom, int length) {
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            int at = 0;
            for (; at + 3 < length; at += 4) {
                int i = leftFrom + at;
                int j = rightFrom + at;
                first += left[i] * right[j];
                second += left[i + 1] * right[j + 1];
                third += left[i + 2] * right[j + 2];
                fourth += left[i + 3] * right[j + 3];
            }
            for (; at < length; at++) {
                first += left[leftFrom + at] * right[rightFrom + at];
            }
            return first + second + third + fourth;
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
