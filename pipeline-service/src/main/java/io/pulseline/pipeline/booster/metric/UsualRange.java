package io.pulseline.pipeline.booster.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Between what values a figure of one user usually lies: the mean of earlier days and so many
 * standard deviations to both sides.
 *
 * @param mean in the unit of the figure
 * @param deviation of a sample (divided by n - 1), in the unit of the figure; never less than its
 *     {@linkplain DailyFigure#resolution resolution}, because values that are all the same once
 *     rounded were not all the same
 * @param deviations half the width of the range, in deviations
 */
record UsualRange(DailyFigure figure, double mean, double deviation, double deviations) {
    /** No source gives more decimals; what lies behind comes from adding doubles. */
    private static final int EXACT_DECIMALS = 6;

    private static final double EXACT = 1e-6;

    /**
     * Of the values of earlier days.
     *
     * @param values two or more; in the same order the result is the same to the last bit
     */
    static UsualRange of(DailyFigure figure, Collection<Double> values, double deviations) {
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        double squares =
                values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        double deviation = Math.sqrt(squares / (values.size() - 1));
        return new UsualRange(figure, mean, Math.max(deviation, figure.resolution()), deviations);
    }

    /** The lowest usual value, within what the figure may be. */
    double low() {
        return Math.max(figure.least(), mean - (deviations * deviation));
    }

    /** The highest usual value, within what the figure may be. */
    double high() {
        return Math.min(figure.most(), mean + (deviations * deviation));
    }

    /** How many deviations it lies above the mean; negative below. */
    double difference(double value) {
        return (value - mean) / deviation;
    }

    /** True above the range; its end belongs to it. */
    boolean isAbove(double value) {
        return value > mean + (deviations * deviation) + EXACT;
    }

    /** True below the range; its beginning belongs to it. */
    boolean isBelow(double value) {
        return value < mean - (deviations * deviation) - EXACT;
    }

    /**
     * What is to be said of a value outside. The ends are rounded to the inside and the value to
     * the outside, so that it is outside of what is shown, too; the range is never narrower than a
     * resolution, so that it has something to show.
     */
    String text(double value) {
        boolean above = isAbove(value);
        return figure.label()
                + " "
                + figure.text(rounded(value, above ? RoundingMode.CEILING : RoundingMode.FLOOR))
                + " is "
                + (above ? "above" : "below")
                + " the usual "
                + figure.text(
                        rounded(low(), RoundingMode.CEILING), rounded(high(), RoundingMode.FLOOR));
    }

    private BigDecimal rounded(double value, RoundingMode mode) {
        return BigDecimal.valueOf(value)
                .setScale(EXACT_DECIMALS, RoundingMode.HALF_EVEN)
                .setScale(figure.decimals(), mode);
    }
}
