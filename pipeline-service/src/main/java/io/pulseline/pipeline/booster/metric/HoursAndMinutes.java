package io.pulseline.pipeline.booster.metric;

/** Durations of a day for people: {@code 45 min}, {@code 7 h 20 min}, {@code 8 h}. */
final class HoursAndMinutes {
    private static final long MINUTES_PER_HOUR = 60;

    private HoursAndMinutes() {}

    /**
     * So many minutes in words.
     *
     * @param minutes not negative
     */
    static String of(long minutes) {
        long hours = minutes / MINUTES_PER_HOUR;
        long rest = minutes % MINUTES_PER_HOUR;
        if (hours == 0) {
            return rest + " min";
        }
        return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
    }
}
