package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, as people see it.
 *
 * @param kind BOOSTER or DELIVERY
 * @param name id of the booster or kind of the target
 * @param durationMilliseconds null if it has not ended once
 * @param attempts so far
 */
public record Step(
        String kind,
        String name,
        String status,
        @Nullable String reason,
        @Nullable Long durationMilliseconds,
        int attempts) {

    /** Boosters in order, then deliveries of the run's revision by the position of their target. */
    public static List<Step> of(Run run, List<Delivery> deliveries) {
        return Stream.concat(
                        run.boosts().stream().map(Step::of),
                        deliveries.stream()
                                .filter(delivery -> delivery.run().equals(run.id()))
                                .filter(delivery -> delivery.revision() == run.revision())
                                .map(Step::of))
                .toList();
    }

    private static Step of(BoostStep boost) {
        return new Step(
                "BOOSTER",
                boost.booster(),
                boost.status(),
                boost.reason(),
                boost.durationMilliseconds(),
                1);
    }

    private static Step of(Delivery delivery) {
        return new Step(
                "DELIVERY",
                delivery.targetType(),
                delivery.state().word(),
                delivery.state().reason(),
                delivery.durationMilliseconds(),
                delivery.state().attempts());
    }
}
