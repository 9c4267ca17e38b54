package io.pulseline.simulator.strava;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an athlete may allow, as far as it is known here; separated by commas. */
public enum StravaScope {
    READ("read"),
    ACTIVITY_READ("activity:read"),
    ACTIVITY_WRITE("activity:write");

    private final String text;

    StravaScope(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * The scopes of a list.
     *
     * @throws IllegalArgumentException if one is not known
     */
    static Set<StravaScope> parse(String list) {
        Set<StravaScope> scopes = EnumSet.noneOf(StravaScope.class);
        for (String text : list.split(",", -1)) {
            scopes.add(
                    Arrays.stream(values())
                            .filter(scope -> scope.text.equals(text.strip()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException("no scope \"" + text + "\"")));
        }
        return scopes;
    }

    static String joined(Set<StravaScope> scopes) {
        return scopes.stream().sorted().map(StravaScope::text).collect(Collectors.joining(","));
    }
}
