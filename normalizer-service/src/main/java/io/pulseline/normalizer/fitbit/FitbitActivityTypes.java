package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's catalogue of activities in our words. The id decides, because names come in the user's
 * language; the name helps where the id is not in the table. Unknown to both is {@code OTHER}; the
 * record keeps Fitbit's id and name beside it.
 */
final class FitbitActivityTypes {
    private static final Map<Long, String> BY_ID =
            Map.ofEntries(
                    Map.entry(90009L, ActivityType.RUN),
                    Map.entry(12030L, ActivityType.RUN),
                    Map.entry(12120L, ActivityType.RUN),
                    Map.entry(90019L, ActivityType.TREADMILL_RUN),
                    Map.entry(51007L, ActivityType.TREADMILL_RUN),
                    Map.entry(90013L, ActivityType.WALK),
                    Map.entry(17151L, ActivityType.WALK),
                    Map.entry(17152L, ActivityType.WALK),
                    Map.entry(17200L, ActivityType.WALK),
                    Map.entry(90001L, ActivityType.RIDE),
                    Map.entry(1010L, ActivityType.RIDE),
                    Map.entry(1020L, ActivityType.RIDE),
                    Map.entry(1030L, ActivityType.RIDE),
                    Map.entry(1071L, ActivityType.RIDE),
                    Map.entry(55001L, ActivityType.INDOOR_RIDE),
                    Map.entry(90024L, ActivityType.SWIM),
                    Map.entry(58002L, ActivityType.SWIM),
                    Map.entry(18240L, ActivityType.SWIM),
                    Map.entry(20047L, ActivityType.ELLIPTICAL),
                    Map.entry(2131L, ActivityType.STRENGTH),
                    Map.entry(2040L, ActivityType.CIRCUIT_TRAINING),
                    Map.entry(52000L, ActivityType.YOGA),
                    Map.entry(52001L, ActivityType.YOGA),
                    Map.entry(3001L, ActivityType.AEROBICS),
                    Map.entry(15000L, ActivityType.SPORT),
                    Map.entry(15200L, ActivityType.SPORT),
                    Map.entry(15580L, ActivityType.SPORT),
                    Map.entry(3000L, ActivityType.WORKOUT),
                    Map.entry(17589491L, ActivityType.WORKOUT));

    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("run", ActivityType.RUN),
                    Map.entry("running", ActivityType.RUN),
                    Map.entry("treadmill", ActivityType.TREADMILL_RUN),
                    Map.entry("treadmill run", ActivityType.TREADMILL_RUN),
                    Map.entry("walk", ActivityType.WALK),
                    Map.entry("walking", ActivityType.WALK),
                    Map.entry("hike", ActivityType.HIKE),
                    Map.entry("hiking", ActivityType.HIKE),
                    Map.entry("bike", ActivityType.RIDE),
                    Map.entry("biking", ActivityType.RIDE),
                    Map.entry("bicycling", ActivityType.RIDE),
                    Map.entry("cycling", ActivityType.RIDE),
                    Map.entry("outdoor bike", ActivityType.RIDE),
                    Map.entry("mountain bike", ActivityType.RIDE),
                    Map.entry("spinning", ActivityType.INDOOR_RIDE),
                    Map.entry("stationary bike", ActivityType.INDOOR_RIDE),
                    Map.entry("indoor bike", ActivityType.INDOOR_RIDE),
                    Map.entry("swim", ActivityType.SWIM),
                    Map.entry("swimming", ActivityType.SWIM),
                    Map.entry("elliptical", ActivityType.ELLIPTICAL),
                    Map.entry("rowing", ActivityType.ROWING),
                    Map.entry("rowing machine", ActivityType.ROWING),
                    Map.entry("weights", ActivityType.STRENGTH),
                    Map.entry("weightlifting", ActivityType.STRENGTH),
                    Map.entry("strength training", ActivityType.STRENGTH),
                    Map.entry("interval workout", ActivityType.INTERVAL_TRAINING),
                    Map.entry("circuit training", ActivityType.CIRCUIT_TRAINING),
                    Map.entry("yoga", ActivityType.YOGA),
                    Map.entry("pilates", ActivityType.PILATES),
                    Map.entry("aerobic workout", ActivityType.AEROBICS),
                    Map.entry("sport", ActivityType.SPORT),
                    Map.entry("workout", ActivityType.WORKOUT));

    private FitbitActivityTypes() {}

    /** Our type; id and name as the log has them, each null where it has none. */
    static String of(@Nullable Long id, @Nullable String name) {
        String byId = id == null ? null : BY_ID.get(id);
        if (byId != null) {
            return byId;
        }
        String key = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return BY_NAME.getOrDefault(key, ActivityType.OTHER);
    }
}
