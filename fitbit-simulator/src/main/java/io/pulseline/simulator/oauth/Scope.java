package io.pulseline.simulator.oauth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fifteen scopes. */
public enum Scope {
    ACTIVITY("act"),
    CARDIO_FITNESS("cf"),
    ELECTROCARDIOGRAM("ecg"),
    HEARTRATE("hr"),
    IRREGULAR_RHYTHM_NOTIFICATIONS("irn"),
    LOCATION("loc"),
    NUTRITION("nut"),
    OXYGEN_SATURATION("oxy"),
    PROFILE("pro"),
    RESPIRATORY_RATE("res"),
    SETTINGS("set"),
    SLEEP("sle"),
    SOCIAL("soc"),
    TEMPERATURE("tem"),
    WEIGHT("wei");

    private final String shortName;

    Scope(String shortName) {
        this.shortName = shortName;
    }

    /** As it stands in requests and answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands inside an access token, with the right to read and write. */
    String claim() {
        return "w" + shortName;
    }

    static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
    }

    /**
     * Scopes separated by blanks.
     *
     * @throws IllegalArgumentException naming the one that is unknown
     */
    public static Set<Scope> parse(String text) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                scopes.add(
                        of(word).orElseThrow(() ->
                                new IllegalArgumentException("Invalid scopes: " + word)));
            }
        }
        return scopes;
    }

    static String joined(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
