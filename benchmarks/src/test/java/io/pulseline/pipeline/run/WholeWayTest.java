package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.booster.BoosterType;
import io.pulseline.pipeline.booster.Boosters;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Skipping is fast: the benchmark is worth something only while the boosters work. */
class WholeWayTest {
    /** They halt, or let pass. */
    private static final Set<String> GATES = Set.of("activity-filter", "logic-gate");

    private static final List<String> ALL = Boosters.all().stream().map(BoosterType::id).toList();

    @ParameterizedTest
    @EnumSource
    void everyBoosterIsAskedAndNoneFails(Scenario scenario) {
        List<BoostStep> steps = WholeWay.of(scenario).go();

        assertThat(steps).extracting(BoostStep::booster).containsExactlyElementsOf(ALL);
        assertThat(steps)
                .as("settings of a new booster belong into settings.json")
                .extracting(BoostStep::status)
                .containsOnly(BoostStep.ADDED, BoostStep.SKIPPED);
    }

    @Test
    void everyBoosterThatCanAddAddsSomethingInOneScenarioAtLeast() {
        Set<String> idle = new TreeSet<>(ALL);
        idle.removeAll(GATES);
        for (Scenario scenario : Scenario.values()) {
            idle.removeAll(added(scenario));
        }

        assertThat(idle).as("they need other settings.json, or another scenario").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatDoesNotBelongToAScenarioSkipsInIt(Scenario scenario) {
        Set<String> skipped = new TreeSet<>(ALL);
        skipped.removeAll(added(scenario));
        skipped.removeAll(GATES);

        assertThat(skipped)
                .isEqualTo(
                        switch (scenario) {
                            case OUTDOOR ->
                                    Set.of("type-mapper", "fitbit-heart-rate", "virtual-gps");
                            case INDOOR -> Set.of("source-link");
                        });
    }

    @Test
    void theStopwatchRunsForEveryBooster() {
        assertThat(WholeWay.of(Scenario.OUTDOOR).milliseconds(Duration.ZERO))
                .containsOnlyKeys(ALL)
                .allSatisfy((_, milliseconds) -> assertThat(milliseconds).isPositive());
    }

    private static Set<String> added(Scenario scenario) {
        return WholeWay.of(scenario).go().stream()
                .filter(step -> step.status().equals(BoostStep.ADDED))
                .map(BoostStep::booster)
                .collect(Collectors.toSet());
    }
}
