package io.pulseline.ingest.googlehealth;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What we ask a Google user for. Kept and shown by the last piece of their addresses, which says
 * all.
 */
final class GoogleScopes {
    static final String ACTIVITY = "activity_and_fitness.readonly";
    static final String HEALTH = "health_metrics_and_measurements.readonly";
    static final String SLEEP = "sleep.readonly";
    static final String LOCATION = "location.readonly";
    static final String PROFILE = "profile.readonly";
    static final String SETTINGS = "settings.readonly";

    private static final String PREFIX = "https://www.googleapis.com/auth/googlehealth.";

    /** Scope and why, as the connect page says it. */
    static final SequencedMap<String, String> WANTED = wanted();

    private GoogleScopes() {}

    private static SequencedMap<String, String> wanted() {
        SequencedMap<String, String> why = new LinkedHashMap<>();
        why.put(
                ACTIVITY,
                "Your workouts, steps, distance, calories, floors, zone minutes and cardio fitness"
                        + " (VO2 max).");
        why.put(
                HEALTH,
                "Your heart rate, heart rate variability, oxygen saturation (SpO2), breathing rate,"
                        + " skin temperature and weight.");
        why.put(SLEEP, "Your nights and naps with their stages.");
        why.put(LOCATION, "The track of workouts that were recorded with GPS.");
        why.put(PROFILE, "Since when you have used it, so that we know where your history begins.");
        why.put(
                SETTINGS,
                "Your time zone, without which no local time can be told right, and your paired"
                        + " devices and when they last synced, so that missing data is not taken"
                        + " for zero.");
        return Collections.unmodifiableSequencedMap(why);
    }

    /** All that we ask for, as the consent page wants it. */
    static String asked() {
        return WANTED.keySet().stream()
                .map(scope -> PREFIX + scope)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** What was granted, of a token answer's list. */
    static Set<String> granted(String scopes) {
        return Arrays.stream(scopes.split(" "))
                .filter(scope -> !scope.isBlank())
                .map(scope -> scope.startsWith(PREFIX) ? scope.substring(PREFIX.length()) : scope)
                .collect(Collectors.toUnmodifiableSet());
    }
}
