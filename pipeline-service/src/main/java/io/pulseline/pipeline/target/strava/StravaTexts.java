package io.pulseline.pipeline.target.strava;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.target.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user's templates for name and description may say of an activity. */
final class StravaTexts {
    /** The variables there are. */
    static final Set<String> VARIABLES =
            Set.of("title", "description", "type", "date", "kilometres", "minutes");

    private static final double METRES_PER_KILOMETRE = 1000;

    private StravaTexts() {}

    /** A template with what is known of the activity; what is not known is empty. */
    static String filled(String template, Activity activity) {
        return Template.filled(template, values(activity)).strip();
    }

    private static Map<String, String> values(Activity activity) {
        Map<String, String> values = new HashMap<>();
        put(values, "title", activity.getTitle());
        put(values, "description", activity.getDescription());
        put(values, "type", StravaSport.of(activity.getActivityType()).sportType());
        put(values, "date", localDate(activity));
        Double metres = activity.getDistanceMetres();
        if (metres != null) {
            put(
                    values,
                    "kilometres",
                    String.format(Locale.ROOT, "%.2f", metres / METRES_PER_KILOMETRE));
        }
        Long elapsed = activity.getElapsedMilliseconds();
        if (elapsed != null) {
            put(values, "minutes", Long.toString(Duration.ofMillis(elapsed).toMinutes()));
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** By the record's own offset; unknown without it. */
    private static @Nullable String localDate(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Integer offset = activity.getStartOffsetSeconds();
        return start == null || offset == null
                ? null
                : Instant.ofEpochMilli(start)
                        .atOffset(ZoneOffset.ofTotalSeconds(offset))
                        .toLocalDate()
                        .toString();
    }
}
