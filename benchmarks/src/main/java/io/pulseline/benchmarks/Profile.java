package io.pulseline.benchmarks;

import io.pulseline.pipeline.run.Scenario;
import io.pulseline.pipeline.run.WholeWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which boosters the time goes to. */
final class Profile {
    private static final Duration TIME = Duration.ofSeconds(3);

    private final Map<Scenario, Map<String, Double>> milliseconds = new EnumMap<>(Scenario.class);

    private Profile() {}

    /** Takes some seconds for each scenario. */
    static Profile taken() {
        Profile profile = new Profile();
        for (Scenario scenario : Scenario.values()) {
            profile.milliseconds.put(scenario, WholeWay.of(scenario).milliseconds(TIME));
        }
        return profile;
    }

    /** One for each booster, the dearest first. */
    List<String> lines() {
        List<String> boosters = new ArrayList<>(milliseconds.values().iterator().next().keySet());
        boosters.sort(Comparator.comparingDouble(this::sum).reversed());
        return boosters.stream().map(this::line).toList();
    }

    private double sum(String booster) {
        return milliseconds.values().stream()
                .mapToDouble(one -> one.getOrDefault(booster, 0.0))
                .sum();
    }

    private String line(String booster) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-22s", booster));
        milliseconds.forEach((scenario, taken) ->
                line.append(
                        String.format(
                                Locale.ROOT,
                                "  %s %6.2f",
                                scenario,
                                taken.getOrDefault(booster, 0.0))));
        return line.toString();
    }
}
