package io.pulseline.pipeline.booster.series;

/** What lies too far apart to say anything about the time in between. */
final class Gap {
    static final double LONGEST_SECONDS = 60;

    private Gap() {}

    static boolean is(double seconds) {
        return seconds > LONGEST_SECONDS;
    }
}
