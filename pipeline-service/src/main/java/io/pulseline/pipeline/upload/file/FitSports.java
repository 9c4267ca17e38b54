package io.pulseline.pipeline.upload.file;

import static java.util.Map.entry;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * FIT's numbers of sports and sub-sports in our words. A pair in no row is {@code OTHER}; the
 * record keeps the numbers beside it.
 */
final class FitSports {
    static final long RUNNING = 1;
    static final long WALKING = 11;
    private static final long CYCLING = 2;
    private static final long GENERIC = 0;

    /** Sub-sports that say more than the sport they stand beside. */
    private static final Map<Long, String> BY_SUB_SPORT =
            Map.ofEntries(
                    entry(1L, ActivityType.TREADMILL_RUN),
                    entry(5L, ActivityType.INDOOR_RIDE),
                    entry(6L, ActivityType.INDOOR_RIDE),
                    entry(14L, ActivityType.ROWING),
                    entry(15L, ActivityType.ELLIPTICAL),
                    entry(20L, ActivityType.STRENGTH),
                    entry(43L, ActivityType.YOGA),
                    entry(44L, ActivityType.PILATES),
                    entry(45L, ActivityType.TREADMILL_RUN),
                    entry(70L, ActivityType.INTERVAL_TRAINING));

    private static final long VIRTUAL = 58;

    private static final Map<Long, String> BY_SPORT =
            Map.ofEntries(
                    entry(RUNNING, ActivityType.RUN),
                    entry(CYCLING, ActivityType.RIDE),
                    entry(4L, ActivityType.WORKOUT),
                    entry(5L, ActivityType.SWIM),
                    entry(6L, ActivityType.SPORT),
                    entry(7L, ActivityType.SPORT),
                    entry(8L, ActivityType.SPORT),
                    entry(10L, ActivityType.WORKOUT),
                    entry(WALKING, ActivityType.WALK),
                    entry(15L, ActivityType.ROWING),
                    entry(17L, ActivityType.HIKE),
                    entry(21L, ActivityType.RIDE),
                    entry(47L, ActivityType.SPORT),
                    entry(62L, ActivityType.INTERVAL_TRAINING),
                    entry(64L, ActivityType.SPORT));

    private FitSports() {}

    /** Our type; each number null where the file gives none. */
    static String typeOf(@Nullable Long sport, @Nullable Long subSport) {
        if (subSport != null && subSport == VIRTUAL && sport != null && sport == CYCLING) {
            return ActivityType.VIRTUAL_RIDE;
        }
        String special = subSport == null ? null : BY_SUB_SPORT.get(subSport);
        if (special != null) {
            return special;
        }
        return sport == null
                ? ActivityType.OTHER
                : BY_SPORT.getOrDefault(sport, ActivityType.OTHER);
    }

    /** Both numbers as one id, {@code 10/20}; null where the file gives none. */
    static @Nullable String idOf(@Nullable Long sport, @Nullable Long subSport) {
        return sport == null ? null : sport + "/" + (subSport == null ? GENERIC : subSport);
    }
}
