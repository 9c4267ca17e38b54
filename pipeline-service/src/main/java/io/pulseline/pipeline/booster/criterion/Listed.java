package io.pulseline.pipeline.booster.criterion;

import java.math.BigDecimal;
import java.util.List;

/** Words and numbers as a sentence for people lists them. */
final class Listed {
    private Listed() {}

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Without an exponent and without zeros at the end. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
