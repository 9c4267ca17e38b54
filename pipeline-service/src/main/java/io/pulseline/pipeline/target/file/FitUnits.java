package io.pulseline.pipeline.target.file;

import org.jspecify.annotations.Nullable;

/** Our numbers as the whole numbers of FIT's fields; null stays null, and so does what is none. */
final class FitUnits {
    /** Half a turn is 2^31 semicircles. */
    private static final double SEMICIRCLES_PER_DEGREE = (1L << 31) / 180.0;

    private FitUnits() {}

    /** So many parts for each unit, rounded. */
    static @Nullable Long scaled(@Nullable Double value, double scale) {
        return value == null || !Double.isFinite(value) ? null : Math.round(value * scale);
    }

    /** Fifths of a metre above 500 m below the sea. */
    static @Nullable Long altitude(@Nullable Double metres) {
        return metres == null ? null : scaled(metres + 500, 5);
    }

    /** Degrees of latitude or longitude in semicircles. */
    static @Nullable Long semicircles(@Nullable Double degrees) {
        Long semicircles = scaled(degrees, SEMICIRCLES_PER_DEGREE);
        // The date line from the other side: the field ends just before it, and its last number
        // means none.
        return semicircles != null && semicircles >= Integer.MAX_VALUE && semicircles <= 1L << 31
                ? Long.valueOf(Integer.MIN_VALUE)
                : semicircles;
    }
}
