package io.pulseline.pipeline.booster;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts with at most one decimal for people. What has been done is rounded down and what is left
 * is rounded up, so that nothing looks complete before it is.
 */
final class Tenths {
    /** Below a millionth of the unit, differences come from adding doubles. */
    private static final int EXACT_DECIMALS = 6;

    private Tenths() {}

    /** That many parts in a unit of so many, without what comes from adding doubles. */
    static BigDecimal amount(double parts, int partsOfUnit) {
        return BigDecimal.valueOf(parts)
                .divide(BigDecimal.valueOf(partsOfUnit), EXACT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** For example {@code 99.9} of 99.97, and {@code 100} of 100.0. */
    static String down(BigDecimal amount) {
        return plain(amount.setScale(1, RoundingMode.DOWN));
    }

    /** For example {@code 0.1} of 0.03. */
    static String up(BigDecimal amount) {
        return plain(amount.setScale(1, RoundingMode.UP));
    }

    /** As it is, without zeros behind. */
    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
