package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Metabolic equivalents (MET) by type of activity: 1 MET is 1 kcal for each kilogram and hour, so
 * basal energy is included. Values of the 2011 Compendium of Physical Activities (Ainsworth et al.,
 * Med Sci Sports Exerc 43, 2011, 1575–1581), for middling effort where it knows several; its codes
 * stand beside them.
 */
final class MetabolicEquivalent {
    private static final Map<String, Double> BY_TYPE =
            Map.ofEntries(
                    // 12050, running at 6 miles an hour
                    Map.entry(ActivityType.RUN, 9.8),
                    Map.entry(ActivityType.TREADMILL_RUN, 9.8),
                    // 17190, walking at 2.8 to 3.2 miles an hour
                    Map.entry(ActivityType.WALK, 3.5),
                    // 17080, hiking cross country
                    Map.entry(ActivityType.HIKE, 6.0),
                    // 01015, bicycling in general
                    Map.entry(ActivityType.RIDE, 7.5),
                    // 02010, stationary bicycling in general
                    Map.entry(ActivityType.INDOOR_RIDE, 7.0),
                    Map.entry(ActivityType.VIRTUAL_RIDE, 7.0),
                    // 18240, laps, freestyle, light or moderate
                    Map.entry(ActivityType.SWIM, 5.8),
                    // 02048, elliptical trainer, moderate
                    Map.entry(ActivityType.ELLIPTICAL, 5.0),
                    // 02071, rowing machine, moderate
                    Map.entry(ActivityType.ROWING, 4.8),
                    // 02054, resistance training, several exercises
                    Map.entry(ActivityType.STRENGTH, 3.5),
                    // 02040, circuits with minimal rest, vigorous
                    Map.entry(ActivityType.INTERVAL_TRAINING, 8.0),
                    // 02035, circuit training, moderate
                    Map.entry(ActivityType.CIRCUIT_TRAINING, 4.3),
                    // 02150, Hatha yoga
                    Map.entry(ActivityType.YOGA, 2.5),
                    // 02105, Pilates in general
                    Map.entry(ActivityType.PILATES, 3.0),
                    // 03015, aerobics in general
                    Map.entry(ActivityType.AEROBICS, 7.3),
                    // 02060, health club exercise in general
                    Map.entry(ActivityType.WORKOUT, 5.5));

    private MetabolicEquivalent() {}

    /** Empty for a type that may be anything: a made-up middle would be no measure. */
    static OptionalDouble of(String activityType) {
        Double value = BY_TYPE.get(activityType);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
