package io.pulseline.simulator.googlehealth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scopes of the Google Health API (fact sheet section 2). */
public enum HealthScope {
    ACTIVITY_AND_FITNESS_READONLY,
    ACTIVITY_AND_FITNESS_WRITEONLY,
    HEALTH_METRICS_AND_MEASUREMENTS_READONLY,
    HEALTH_METRICS_AND_MEASUREMENTS_WRITEONLY,
    SLEEP_READONLY,
    SLEEP_WRITEONLY,
    LOCATION_READONLY,
    NUTRITION_READONLY,
    NUTRITION_WRITEONLY,
    PROFILE_READONLY,
    PROFILE_WRITEONLY,
    SETTINGS_READONLY,
    SETTINGS_WRITEONLY,
    ECG_READONLY,
    IRN_READONLY;

    private static final String PREFIX = "https://www.googleapis.com/auth/googlehealth.";

    /** As it stands in requests and answers. */
    public String text() {
        int last = name().lastIndexOf('_');
        String group = name().substring(0, last).toLowerCase(Locale.ROOT);
        return PREFIX + group + "." + name().substring(last + 1).toLowerCase(Locale.ROOT);
    }

    boolean isForReading() {
        return name().endsWith("_READONLY");
    }

    static Optional<HealthScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
    }

    /**
     * Scopes separated by blanks.
     *
     * @throws IllegalArgumentException naming the one that is unknown
     */
    static Set<HealthScope> parse(String text) {
        EnumSet<HealthScope> scopes = EnumSet.noneOf(HealthScope.class);
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                scopes.add(
                        of(word).orElseThrow(() ->
                                new IllegalArgumentException(
                                        "invalid_scope: Some requested scopes were invalid."
                                                + " invalid=["
                                                + word
                                                + "]")));
            }
        }
        return scopes;
    }

    static String joined(Set<HealthScope> scopes) {
        return scopes.stream().sorted().map(HealthScope::text).collect(Collectors.joining(" "));
    }
}
