package io.pulseline.pipeline.token;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a token may do. None holds another one: who changes things and reads them needs both. */
public enum Scope {
    RECORDS_READ("records:read"),
    RUNS_READ("runs:read"),
    RUNS_WRITE("runs:write"),
    PIPELINES_READ("pipelines:read"),
    PIPELINES_WRITE("pipelines:write"),
    ACTIVITIES_WRITE("activities:write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As users write it. */
    String word() {
        return word;
    }

    /** All of them, as users write them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Scope::word).toList();
    }

    static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** As they are stored: their words, with a blank between them. */
    static String stored(Collection<Scope> scopes) {
        return new TreeSet<>(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    /** What was stored. A word that an older version knew gives nothing. */
    static Set<Scope> read(String stored) {
        return Arrays.stream(stored.split(" "))
                .flatMap(word -> of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
