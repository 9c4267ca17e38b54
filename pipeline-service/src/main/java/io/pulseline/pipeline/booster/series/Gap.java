package io.pulseline.pipeline.booster.series;

/** What lies too far apart to say anything about the time in between. */
public final class Gap {
    private static final double LONGEST_SECONDS = 60;

    private Gap() {}

    /** Whether two samples lie so far apart. */
    public static boolean is(double seconds) {
        return seconds > LONGEST_SECONDS;
    }
}
