package io.pulseline.pipeline.target.file;

import static java.util.Map.entry;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Map;

/**
 * Our activity types in FIT's numbers of its public profile. What FIT has no number for is its
 * "generic", 0.
 */
record FitSport(long sport, long subSport) {
    private static final long RUNNING = 1;
    private static final long CYCLING = 2;
    private static final long FITNESS_EQUIPMENT = 4;
    private static final long SWIMMING = 5;
    private static final long TRAINING = 10;
    private static final long WALKING = 11;
    private static final long ROWING = 15;
    private static final long HIKING = 17;
    private static final long INTERVALS = 62;

    private static final FitSport GENERIC = new FitSport(0, 0);

    private static final Map<String, FitSport> BY_TYPE =
            Map.ofEntries(
                    entry(ActivityType.RUN, new FitSport(RUNNING, 0)),
                    entry(ActivityType.TREADMILL_RUN, new FitSport(RUNNING, 1)),
                    entry(ActivityType.WALK, new FitSport(WALKING, 0)),
                    entry(ActivityType.HIKE, new FitSport(HIKING, 0)),
                    entry(ActivityType.RIDE, new FitSport(CYCLING, 0)),
                    entry(ActivityType.INDOOR_RIDE, new FitSport(CYCLING, 6)),
                    entry(ActivityType.VIRTUAL_RIDE, new FitSport(CYCLING, 58)),
                    entry(ActivityType.SWIM, new FitSport(SWIMMING, 0)),
                    entry(ActivityType.ELLIPTICAL, new FitSport(FITNESS_EQUIPMENT, 15)),
                    entry(ActivityType.ROWING, new FitSport(ROWING, 0)),
                    entry(ActivityType.STRENGTH, new FitSport(TRAINING, 20)),
                    entry(ActivityType.INTERVAL_TRAINING, new FitSport(INTERVALS, 70)),
                    entry(ActivityType.CIRCUIT_TRAINING, new FitSport(TRAINING, 0)),
                    entry(ActivityType.YOGA, new FitSport(TRAINING, 43)),
                    entry(ActivityType.PILATES, new FitSport(TRAINING, 44)),
                    entry(ActivityType.AEROBICS, new FitSport(TRAINING, 26)),
                    entry(ActivityType.WORKOUT, new FitSport(TRAINING, 0)));

    /** Of that type; generic for one that we do not know. */
    static FitSport of(String activityType) {
        return BY_TYPE.getOrDefault(activityType, GENERIC);
    }

    /** Whether its cycles are strides, two steps each. */
    boolean isOnFoot() {
        return sport == RUNNING || sport == WALKING;
    }
}
