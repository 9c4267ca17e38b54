package io.pulseline.normalizer.record;

import org.jspecify.annotations.Nullable;

/** Decimal numbers that documents write as text. */
public final class Decimals {
    private Decimals() {}

    /** A finite decimal number; null for anything else, {@code NaN} and infinities among it. */
    public static @Nullable Double finite(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
