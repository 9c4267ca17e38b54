package io.pulseline.pipeline.dashboard.operator;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How many there are of something, by its name in words. */
public record Counted(String name, long number) {
    static List<Counted> of(Map<String, Long> counts, UnaryOperator<String> inWords) {
        return counts.entrySet().stream()
                .map(count -> new Counted(inWords.apply(count.getKey()), count.getValue()))
                .toList();
    }
}
