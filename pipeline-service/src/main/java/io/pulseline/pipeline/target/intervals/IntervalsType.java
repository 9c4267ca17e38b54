package io.pulseline.pipeline.target.intervals;

import io.pulseline.contracts.OpenSets.ActivityType;

/** Words of intervals.icu for sports; they are Strava's. */
final class IntervalsType {
    private IntervalsType() {}

    /**
     * The word for one of {@link ActivityType}; {@code Workout} for what has none of its own there.
     */
    static String of(String activityType) {
        return switch (activityType) {
            case ActivityType.RUN, ActivityType.TREADMILL_RUN -> "Run";
            case ActivityType.WALK -> "Walk";
            case ActivityType.HIKE -> "Hike";
            case ActivityType.RIDE, ActivityType.INDOOR_RIDE -> "Ride";
            case ActivityType.VIRTUAL_RIDE -> "VirtualRide";
            case ActivityType.SWIM -> "Swim";
            case ActivityType.ELLIPTICAL -> "Elliptical";
            case ActivityType.ROWING -> "Rowing";
            case ActivityType.STRENGTH -> "WeightTraining";
            case ActivityType.INTERVAL_TRAINING -> "HighIntensityIntervalTraining";
            case ActivityType.YOGA -> "Yoga";
            case ActivityType.PILATES -> "Pilates";
            default -> "Workout";
        };
    }
}
