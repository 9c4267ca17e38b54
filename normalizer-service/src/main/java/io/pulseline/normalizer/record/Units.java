package io.pulseline.normalizer.record;

/** Other people's units into ours. Results are rounded to the millimetre, so they read well. */
public final class Units {
    private static final double METRES_PER_MILE = 1609.344;
    private static final double METRES_PER_FOOT = 0.3048;

    private Units() {}

    /** Kilometres as metres. */
    public static double kilometresAsMetres(double kilometres) {
        return millimetreExact(kilometres * 1000);
    }

    /** International miles as metres. */
    public static double milesAsMetres(double miles) {
        return millimetreExact(miles * METRES_PER_MILE);
    }

    /** International feet as metres. */
    public static double feetAsMetres(double feet) {
        return millimetreExact(feet * METRES_PER_FOOT);
    }

    private static double millimetreExact(double metres) {
        return Math.rint(metres * 1000) / 1000;
    }
}
