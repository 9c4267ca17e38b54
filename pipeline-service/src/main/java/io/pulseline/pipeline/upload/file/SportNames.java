package io.pulseline.pipeline.upload.file;

import static java.util.Map.entry;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of sports in TCX and GPX files in our words. TCX knows Running, Biking and Other; GPX
 * leaves the name to whoever writes it. A name in no row is {@code OTHER}; the record keeps it
 * beside.
 */
final class SportNames {
    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    entry("running", ActivityType.RUN),
                    entry("run", ActivityType.RUN),
                    entry("trailrunning", ActivityType.RUN),
                    entry("trailrun", ActivityType.RUN),
                    entry("treadmill", ActivityType.TREADMILL_RUN),
                    entry("treadmillrunning", ActivityType.TREADMILL_RUN),
                    entry("indoorrunning", ActivityType.TREADMILL_RUN),
                    entry("walking", ActivityType.WALK),
                    entry("walk", ActivityType.WALK),
                    entry("hiking", ActivityType.HIKE),
                    entry("hike", ActivityType.HIKE),
                    entry("biking", ActivityType.RIDE),
                    entry("cycling", ActivityType.RIDE),
                    entry("ride", ActivityType.RIDE),
                    entry("roadbiking", ActivityType.RIDE),
                    entry("roadcycling", ActivityType.RIDE),
                    entry("mountainbiking", ActivityType.RIDE),
                    entry("gravelcycling", ActivityType.RIDE),
                    entry("indoorcycling", ActivityType.INDOOR_RIDE),
                    entry("spinning", ActivityType.INDOOR_RIDE),
                    entry("virtualride", ActivityType.VIRTUAL_RIDE),
                    entry("swimming", ActivityType.SWIM),
                    entry("swim", ActivityType.SWIM),
                    entry("openwaterswimming", ActivityType.SWIM),
                    entry("elliptical", ActivityType.ELLIPTICAL),
                    entry("rowing", ActivityType.ROWING),
                    entry("indoorrowing", ActivityType.ROWING),
                    entry("strengthtraining", ActivityType.STRENGTH),
                    entry("weighttraining", ActivityType.STRENGTH),
                    entry("strength", ActivityType.STRENGTH),
                    entry("hiit", ActivityType.INTERVAL_TRAINING),
                    entry("yoga", ActivityType.YOGA),
                    entry("pilates", ActivityType.PILATES),
                    entry("workout", ActivityType.WORKOUT));

    private SportNames() {}

    /** Our type; the file's name for it, or null where it gives none. */
    static String typeOf(@Nullable String name) {
        if (name == null) {
            return ActivityType.OTHER;
        }
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return BY_NAME.getOrDefault(key, ActivityType.OTHER);
    }
}
