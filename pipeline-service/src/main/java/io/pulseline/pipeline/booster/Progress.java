package io.pulseline.pipeline.booster;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far a goal has been reached. All amounts are in the unit of the metric.
 *
 * @param target above 0
 * @param daysLeft after the day at hand
 */
record Progress(GoalMetric metric, BigDecimal sum, BigDecimal target, long daysLeft) {
    private static final int CELLS = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 6;

    /** Never below 0. */
    BigDecimal remaining() {
        return target.subtract(sum).max(BigDecimal.ZERO);
    }

    /** Above 100 where more was done. */
    double percent() {
        return sum.multiply(HUNDRED)
                .divide(target, PERCENT_DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** For example {@code █████░░░░░ 52.3 of 100 km, 47.7 km to go: 6 km a day for 8 days}. */
    String text() {
        String unit = " " + metric.unit();
        return bar()
                + " "
                + Tenths.down(sum)
                + " of "
                + Tenths.plain(target)
                + unit
                + ", "
                + (remaining().signum() == 0
                        ? "complete"
                        : Tenths.up(remaining()) + unit + " to go" + perDay());
    }

    private String perDay() {
        if (daysLeft == 0) {
            return " on the last day";
        }
        BigDecimal needed = remaining().divide(BigDecimal.valueOf(daysLeft), 1, RoundingMode.UP);
        String amount = Tenths.plain(needed) + " " + metric.unit();
        return daysLeft == 1
                ? ": " + amount + " on the one day left"
                : ": " + amount + " a day for " + daysLeft + " days";
    }

    /** A cell is full when all of it is done. */
    private String bar() {
        int full =
                sum.multiply(BigDecimal.valueOf(CELLS))
                        .divideToIntegralValue(target)
                        .min(BigDecimal.valueOf(CELLS))
                        .intValue();
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }
}
