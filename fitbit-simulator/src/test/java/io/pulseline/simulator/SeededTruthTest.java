package io.pulseline.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Session;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.simulator.truth.TrackPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SeededTruthTest {

    @Test
    void theSameSeedLivesTheSameLife() {
        SimulatedActivity one = runOf(7);
        SimulatedActivity same = runOf(7);
        SimulatedActivity other = runOf(8);

        assertThat(same).isEqualTo(one);
        assertThat(other.heartRate()).isNotEqualTo(one.heartRate());
        assertThat(other.track()).isNotEqualTo(one.track());
        assertThat(other.logId()).isNotEqualTo(one.logId());
    }

    @Test
    void aRunWarmsUpAndStaysUp() {
        SimulatedActivity run = runOf(7);
        Instant start = run.start();

        double first = mean(run, at -> at.isBefore(start.plusSeconds(60)));
        double later = mean(run, at -> at.isAfter(start.plusSeconds(600)));

        assertThat(later).isGreaterThan(first + 25).isBetween(120.0, 175.0);
    }

    @Test
    void theHeartSlowsDownWhilePausing() {
        try (FitbitSimulator simulator = Morning.simulator()) {
            SimulatedActivity run =
                    simulator.hasActivity(
                            simulator.hasUser("anna", Morning.BERLIN, 7),
                            ActivityPlan.run(Duration.ofMinutes(40))
                                    .pausing(Duration.ofMinutes(5))
                                    .build());
            Session.Pause pause = requireNonNull(run.recorded().pause());

            double before =
                    mean(
                            run,
                            at ->
                                    at.isBefore(pause.from())
                                            && at.isAfter(pause.from().minusSeconds(120)));
            double late =
                    mean(
                            run,
                            at ->
                                    at.isBefore(pause.to())
                                            && at.isAfter(pause.to().minusSeconds(60)));

            assertThat(late).isLessThan(before - 25);
        }
    }

    @Test
    void theWayIsAsLongAsItsDistanceSaysButForTheNoise() {
        List<TrackPoint> points = runOf(7).track().points();
        double walked = 0;
        for (int point = 1; point < points.size(); point++) {
            TrackPoint before = points.get(point - 1);
            TrackPoint now = points.get(point);
            walked += before.position().metresTo(now.position());
            assertThat(now.distanceMetres()).isGreaterThan(before.distanceMetres());
            assertThat(now.at()).isAfter(before.at());
        }
        double distance = points.getLast().distanceMetres();

        assertThat(walked / distance).isBetween(0.98, 1.1);
        assertThat(points.getLast().at()).isEqualTo(Morning.TEN);
        assertThat(points.getFirst().position().latitude()).isCloseTo(52.51, within(0.1));
    }

    @Test
    void everyKindCanBePerformed() {
        try (FitbitSimulator simulator = Morning.simulator()) {
            SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
            for (ActivityKind kind : ActivityKind.values()) {
                SimulatedActivity activity =
                        simulator.hasActivity(anna, ActivityPlan.of(kind).build());
                assertThat(activity.energyKilocalories()).isPositive();
                assertThat(activity.averageHeartRate()).isBetween(65, 180);
            }
        }
    }

    @Test
    void peopleOfOneSeedHaveOneBodyAndTheirOwnIds() {
        try (FitbitSimulator simulator = Morning.simulator()) {
            SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
            SimulatedUser twin = simulator.hasUser("twin", Morning.BERLIN, 7);

            assertThat(twin.body()).isEqualTo(anna.body());
            assertThat(twin.id()).isNotEqualTo(anna.id());
            assertThat(simulator.hasRun(twin, Duration.ofMinutes(20)).logId())
                    .isNotEqualTo(simulator.hasRun(anna, Duration.ofMinutes(20)).logId());
        }
    }

    private static SimulatedActivity runOf(long seed) {
        try (FitbitSimulator simulator = Morning.simulator()) {
            return simulator.hasRun(
                    simulator.hasUser("anna", Morning.BERLIN, seed), Duration.ofMinutes(32));
        }
    }

    private static double mean(SimulatedActivity run, Predicate<Instant> when) {
        return run.heartRate().stream()
                .filter(sample -> when.test(sample.at()))
                .mapToInt(HeartRateSample::beatsPerMinute)
                .average()
                .orElseThrow();
    }
}
