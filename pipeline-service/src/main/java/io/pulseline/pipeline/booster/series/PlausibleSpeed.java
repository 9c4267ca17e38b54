package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.OpenSets.ActivityType;

/**
 * The speed above which a measurement is a fault of the satellite receiver and not of the person.
 *
 * <p>On foot: the fastest ever measured was 12.3 m/s (100 m final, Berlin 2009). On a bicycle:
 * descents of races reach 30 m/s. Rowing: an eight sprints at 6.5 m/s. Swimming: 2.4 m/s over 50 m.
 * Of other types nothing is known, skiing and sailing among them.
 */
final class PlausibleSpeed {
    private static final double ON_FOOT = 12.5;
    private static final double WALKING = 7;
    private static final double RIDING = 35;
    private static final double SWIMMING = 3;
    private static final double ROWING = 8;
    private static final double ANY = 60;

    /** Positions waver by that much without any movement. */
    private static final double WAVER_METRES = 5;

    private PlausibleSpeed() {}

    static double metresPerSecond(String activityType) {
        return switch (activityType) {
            case ActivityType.RUN, ActivityType.TREADMILL_RUN -> ON_FOOT;
            case ActivityType.WALK, ActivityType.HIKE -> WALKING;
            case ActivityType.RIDE, ActivityType.INDOOR_RIDE, ActivityType.VIRTUAL_RIDE -> RIDING;
            case ActivityType.SWIM -> SWIMMING;
            case ActivityType.ROWING -> ROWING;
            default -> ANY;
        };
    }

    /** True if nobody gets that far in that time. */
    static boolean isExceeded(double metres, double seconds, double limitMetresPerSecond) {
        return metres > limitMetresPerSecond * seconds + WAVER_METRES;
    }
}
