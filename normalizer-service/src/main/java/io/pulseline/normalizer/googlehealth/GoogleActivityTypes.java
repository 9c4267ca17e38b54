package io.pulseline.normalizer.googlehealth;

import static java.util.Map.entry;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Google's types of exercise in our words. A type in no row, today's or tomorrow's, is {@code
 * OTHER}; the record keeps Google's word and the name beside it.
 */
final class GoogleActivityTypes {
    private static final Map<String, String> BY_TYPE =
            Map.ofEntries(
                    entry("RUNNING", ActivityType.RUN),
                    entry("TRAIL_RUN", ActivityType.RUN),
                    entry("TREADMILL", ActivityType.TREADMILL_RUN),
                    entry("INCLINE_RUN", ActivityType.TREADMILL_RUN),
                    entry("WALKING", ActivityType.WALK),
                    entry("POWER_WALKING", ActivityType.WALK),
                    entry("NORDIC_WALKING", ActivityType.WALK),
                    entry("STROLLER_WALK", ActivityType.WALK),
                    entry("WALK_WITH_WEIGHTS", ActivityType.WALK),
                    entry("TREADMILL_WALK", ActivityType.WALK),
                    entry("INCLINE_WALK", ActivityType.WALK),
                    entry("HIKING", ActivityType.HIKE),
                    entry("BACKPACKING", ActivityType.HIKE),
                    entry("BIKING", ActivityType.RIDE),
                    entry("OUTDOOR_BIKE", ActivityType.RIDE),
                    entry("MOUNTAIN_BIKE", ActivityType.RIDE),
                    entry("ELECTRIC_BIKE", ActivityType.RIDE),
                    entry("STATIONARY_BIKE", ActivityType.INDOOR_RIDE),
                    entry("SPINNING", ActivityType.INDOOR_RIDE),
                    entry("ASSAULT_BIKE", ActivityType.INDOOR_RIDE),
                    entry("SWIMMING", ActivityType.SWIM),
                    entry("SWIMMING_POOL", ActivityType.SWIM),
                    entry("SWIMMING_OPEN_WATER", ActivityType.SWIM),
                    entry("ELLIPTICAL", ActivityType.ELLIPTICAL),
                    entry("ROWING", ActivityType.ROWING),
                    entry("ROWING_MACHINE", ActivityType.ROWING),
                    entry("STRENGTH_TRAINING", ActivityType.STRENGTH),
                    entry("FUNCTIONAL_STRENGTH_TRAINING", ActivityType.STRENGTH),
                    entry("WEIGHTS", ActivityType.STRENGTH),
                    entry("WEIGHTLIFTING", ActivityType.STRENGTH),
                    entry("WEIGHT_MACHINES", ActivityType.STRENGTH),
                    entry("FREE_WEIGHTS", ActivityType.STRENGTH),
                    entry("POWERLIFTING", ActivityType.STRENGTH),
                    entry("RESISTANCE_BANDS", ActivityType.STRENGTH),
                    entry("HIIT", ActivityType.INTERVAL_TRAINING),
                    entry("INTERVAL_WORKOUT", ActivityType.INTERVAL_TRAINING),
                    entry("TABATA_WORKOUT", ActivityType.INTERVAL_TRAINING),
                    entry("CIRCUIT_TRAINING", ActivityType.CIRCUIT_TRAINING),
                    entry("YOGA", ActivityType.YOGA),
                    entry("YOGA_BIKRAM", ActivityType.YOGA),
                    entry("YOGA_HATHA", ActivityType.YOGA),
                    entry("YOGA_POWER", ActivityType.YOGA),
                    entry("YOGA_VINYASA", ActivityType.YOGA),
                    entry("PILATES", ActivityType.PILATES),
                    entry("AEROBIC_WORKOUT", ActivityType.AEROBICS),
                    entry("STEP_TRAINING", ActivityType.AEROBICS),
                    entry("WATER_AEROBICS", ActivityType.AEROBICS),
                    entry("SPORT", ActivityType.SPORT),
                    entry("WORKOUT", ActivityType.WORKOUT),
                    entry("CARDIO_WORKOUT", ActivityType.WORKOUT),
                    entry("OUTDOOR_WORKOUT", ActivityType.WORKOUT));

    private GoogleActivityTypes() {}

    /** Our type; Google's word, or null where the exercise has none. */
    static String of(@Nullable String exerciseType) {
        return exerciseType == null
                ? ActivityType.OTHER
                : BY_TYPE.getOrDefault(exerciseType, ActivityType.OTHER);
    }
}
