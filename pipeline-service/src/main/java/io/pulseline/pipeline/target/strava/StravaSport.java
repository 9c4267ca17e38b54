package io.pulseline.pipeline.target.strava;

import static java.util.Map.entry;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Map;

/**
 * Our activity types in Strava's words, SportType of its API reference; {@code Workout} where it
 * has none.
 *
 * @param sportType Strava's word
 * @param inFile whether Strava reads it in a FIT file by itself, from sport and sub-sport
 * @param indoors whether it is done on the spot: Strava's {@code trainer}
 */
record StravaSport(String sportType, boolean inFile, boolean indoors) {
    private static final StravaSport WORKOUT = inFile("Workout");

    private static final Map<String, StravaSport> BY_TYPE =
            Map.ofEntries(
                    entry(ActivityType.RUN, inFile("Run")),
                    entry(ActivityType.TREADMILL_RUN, indoors("Run")),
                    entry(ActivityType.WALK, inFile("Walk")),
                    entry(ActivityType.HIKE, inFile("Hike")),
                    entry(ActivityType.RIDE, inFile("Ride")),
                    entry(ActivityType.INDOOR_RIDE, indoors("Ride")),
                    entry(ActivityType.VIRTUAL_RIDE, toBeSaid("VirtualRide")),
                    entry(ActivityType.SWIM, inFile("Swim")),
                    entry(ActivityType.ELLIPTICAL, toBeSaid("Elliptical")),
                    entry(ActivityType.ROWING, inFile("Rowing")),
                    entry(ActivityType.STRENGTH, inFile("WeightTraining")),
                    entry(
                            ActivityType.INTERVAL_TRAINING,
                            toBeSaid("HighIntensityIntervalTraining")),
                    entry(ActivityType.CIRCUIT_TRAINING, WORKOUT),
                    entry(ActivityType.YOGA, inFile("Yoga")),
                    entry(ActivityType.PILATES, toBeSaid("Pilates")),
                    entry(ActivityType.AEROBICS, WORKOUT),
                    entry(ActivityType.SPORT, WORKOUT),
                    entry(ActivityType.WORKOUT, WORKOUT),
                    entry(ActivityType.OTHER, WORKOUT));

    /** Of one of our types; a workout for one that we do not know. */
    static StravaSport of(String activityType) {
        return BY_TYPE.getOrDefault(activityType, WORKOUT);
    }

    private static StravaSport inFile(String sportType) {
        return new StravaSport(sportType, true, false);
    }

    private static StravaSport indoors(String sportType) {
        return new StravaSport(sportType, true, true);
    }

    private static StravaSport toBeSaid(String sportType) {
        return new StravaSport(sportType, false, false);
    }
}
