package io.pulseline.pipeline.run;

import static java.util.Comparator.comparingInt;

import io.pulseline.pipeline.delivery.Delivery;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, as people see it.
 *
 * @param kind BOOSTER or DELIVERY
 * @param name id of the booster or kind of the target
 * @param durationMilliseconds null if it has not ended once
 * @param attempts so far
 * @param targetId where a delivery goes; null for boosters
 * @param text what a booster adds for people; null if nothing, and for deliveries
 * @param values what a booster found, with the unit in the name; empty for deliveries
 */
public record Step(
        String kind,
        String name,
        String status,
        @Nullable String reason,
        @Nullable Long durationMilliseconds,
        int attempts,
        @Nullable UUID targetId,
        @Nullable String text,
        Map<String, Double> values) {

    /** Boosters in order, then deliveries of the run's pass by the position of their target. */
    public static List<Step> of(Run run, List<Delivery> deliveries) {
        return Stream.concat(
                        run.boosts().stream().map(Step::of),
                        deliveries.stream()
                                .filter(run::isPresent)
                                .sorted(comparingInt(Delivery::position))
                                .map(Step::of))
                .toList();
    }

    static Step of(BoostStep boost) {
        return new Step(
                "BOOSTER",
                boost.booster(),
                boost.status(),
                boost.reason(),
                boost.durationMilliseconds(),
                1,
                null,
                boost.text(),
                boost.values());
    }

    private static Step of(Delivery delivery) {
        return new Step(
                "DELIVERY",
                delivery.targetType(),
                delivery.state().word(),
                delivery.state().reason(),
                delivery.durationMilliseconds(),
                delivery.state().attempts(),
                delivery.target(),
                null,
                Map.of());
    }
}
