package io.pulseline.pipeline.booster;

import java.util.Locale;

/** Durations for people: {@code 4:05}, from an hour on {@code 1:02:03}. */
final class MinutesAndSeconds {
    private MinutesAndSeconds() {}

    /** To the nearest second, which may round up to a whole minute. */
    static String of(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
