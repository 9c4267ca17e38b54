package io.pulseline.normalizer.record;

import java.time.Duration;

/**
 * Other people's units into ours. Results are rounded so that they read well: to the millimetre,
 * the gram, the thousandth of a degree.
 */
public final class Units {
    private static final double METRES_PER_MILE = 1609.344;
    private static final double METRES_PER_FOOT = 0.3048;
    private static final double KILOGRAMS_PER_POUND = 0.45359237;
    private static final double POUNDS_PER_STONE = 14;
    private static final double MILLISECONDS_PER_MINUTE = 60_000;
    private static final double CELSIUS_PER_FAHRENHEIT_STEP = 5.0 / 9;

    private Units() {}

    /** Kilometres as metres. */
    public static double kilometresAsMetres(double kilometres) {
        return thousandthExact(kilometres * 1000);
    }

    /** International miles as metres. */
    public static double milesAsMetres(double miles) {
        return thousandthExact(miles * METRES_PER_MILE);
    }

    /** Millimetres as metres. */
    public static double millimetresAsMetres(double millimetres) {
        return thousandthExact(millimetres / 1000);
    }

    /** International feet as metres. */
    public static double feetAsMetres(double feet) {
        return thousandthExact(feet * METRES_PER_FOOT);
    }

    /** Avoirdupois pounds as kilograms. */
    public static double poundsAsKilograms(double pounds) {
        return thousandthExact(pounds * KILOGRAMS_PER_POUND);
    }

    /** Grams as kilograms. */
    public static double gramsAsKilograms(double grams) {
        return thousandthExact(grams / 1000);
    }

    /** Stones of 14 pounds as kilograms. */
    public static double stonesAsKilograms(double stones) {
        return poundsAsKilograms(stones * POUNDS_PER_STONE);
    }

    /** A difference in degrees Fahrenheit as one in degrees Celsius. */
    public static double fahrenheitStepsAsCelsius(double degrees) {
        return thousandthExact(degrees * CELSIUS_PER_FAHRENHEIT_STEP);
    }

    /** From a temperature to another, both in degrees Celsius. */
    public static double celsiusBetween(double from, double to) {
        return thousandthExact(to - from);
    }

    /** A length of time in minutes. */
    public static double minutes(Duration duration) {
        return thousandthExact(duration.toMillis() / MILLISECONDS_PER_MINUTE);
    }

    private static double thousandthExact(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
