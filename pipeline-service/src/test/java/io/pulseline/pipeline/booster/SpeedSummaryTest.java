package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.Boosts.bare;
import static io.pulseline.pipeline.booster.Boosts.figures;
import static io.pulseline.pipeline.booster.Boosts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedSummaryTest {
    private static final Booster SPEED = new SpeedSummary(LengthUnit.KILOMETRES, true);
    private static final BoostOutcome NO_DISTANCE =
            new BoostOutcome.Skipped("no distance with a time");

    @Test
    void theAverageIsToldWithoutAndWithPauses() {
        Activity ride = new Outing("RIDE").goes(600, 10).pauses(599).goes(600, 10).activity();

        assertThat(text(SPEED, ride))
                .isEqualTo(
                        "Speed: 36.0 km/h on average (24.0 km/h with pauses), 36.0 km/h at most");
        assertThat(figures(SPEED, ride).get("averageMovingKilometresPerHour"))
                .isCloseTo(36, within(1e-6));
        assertThat(figures(SPEED, ride).get("averageElapsedKilometresPerHour"))
                .isCloseTo(11_990 * 3.6 / 1_799, within(1e-6));
    }

    @Test
    void milesPerHour() {
        Activity ride = new Outing("RIDE").goes(600, 10).activity();

        assertThat(text(new SpeedSummary(LengthUnit.MILES, true), ride))
                .startsWith("Speed: 22.4 mph on average");
    }

    @Test
    void theMaximumLastsThreeSeconds() {
        Activity ride = new Outing("RIDE").goes(300, 8).goes(3, 14).goes(300, 8).activity();
        Activity blink = new Outing("RIDE").goes(300, 8).goes(1, 14).goes(300, 8).activity();

        assertThat(figures(SPEED, ride).get("maximumKilometresPerHour"))
                .isCloseTo(14 * 3.6, within(1e-6));
        assertThat(figures(SPEED, blink).get("maximumKilometresPerHour"))
                .isCloseTo(10 * 3.6, within(1e-6));
    }

    @Test
    void aSpikeOfTheReceiverIsNoSprint() {
        Activity run =
                new Outing("RUN")
                        .withoutDistances()
                        .goes(300, 3)
                        .strays(400)
                        .strays(420)
                        .goes(300, 3)
                        .activity();

        assertThat(figures(SPEED, run).get("maximumKilometresPerHour"))
                .isCloseTo(3 * 3.6, within(0.1));
        assertThat(figures(SPEED, run).get("averageMovingKilometresPerHour"))
                .isCloseTo(3 * 3.6, within(0.2));
    }

    @Test
    void aFirstPointFarAwayIsASpikeToo() {
        Activity run = new Outing("RUN").withoutDistances().strays(900).goes(300, 3).activity();

        assertThat(figures(SPEED, run).get("maximumKilometresPerHour"))
                .isCloseTo(3 * 3.6, within(0.1));
    }

    @Test
    void aLeapInTheCountedDistanceIsNoSprint() {
        Activity run = new Outing("RUN").goes(300, 3).leaps(500).goes(300, 3).activity();
        run.setDistanceMetres(1800.0);

        assertThat(figures(SPEED, run).get("maximumKilometresPerHour"))
                .isCloseTo(3 * 3.6, within(1e-6));
        assertThat(figures(SPEED, run).get("averageMovingKilometresPerHour"))
                .isCloseTo(3 * 3.6, within(1e-6));
    }

    @Test
    void aDistanceThatIsCountedInStepsIsSmoothed() {
        Activity run = new Outing("RUN").goes(600, 3).activity();
        Track track = run.getTrack();
        track.setDistanceMetres(
                track.getDistanceMetres().stream()
                        .map(metres -> Math.floor(metres / 24) * 24)
                        .toList());

        assertThat(figures(SPEED, run).get("maximumKilometresPerHour"))
                .isCloseTo(3 * 3.6, within(1e-6));
    }

    @Test
    void theWaveringOfAReceiverAtAStandstillIsNoMovement() {
        Outing outing = new Outing("WALK").withoutDistances().goes(300, 1.5);
        for (int second = 0; second < 300; second++) {
            outing.strays(second % 2 == 0 ? 1.2 : -1.2);
        }
        Activity walk = outing.goes(300, 1.5).activity();

        assertThat(figures(SPEED, walk).get("averageMovingKilometresPerHour"))
                .isCloseTo(1.5 * 3.6, within(0.15));
    }

    @Test
    void withoutATrackTheSourcesFiguresServe() {
        Activity ride = bare("RIDE");
        ride.setDistanceMetres(20_000.0);
        ride.setElapsedMilliseconds(4_000_000L);
        ride.setActiveMilliseconds(3_600_000L);

        assertThat(figures(SPEED, ride))
                .isEqualTo(
                        Map.of(
                                "averageMovingKilometresPerHour",
                                20.0,
                                "averageElapsedKilometresPerHour",
                                18.0));
    }

    @Test
    void styleNoneGivesValuesOnly() {
        Booster quiet = new SpeedSummary(LengthUnit.KILOMETRES, false);

        assertThat(Boosts.added(quiet, new Outing("RIDE").goes(600, 10).activity()).text())
                .isNull();
    }

    @Test
    void standingAllTheTimeIsNoSpeed() {
        Activity nowhere = new Outing("RIDE").stands(600).activity();
        Activity noTime = bare("RIDE");
        noTime.setDistanceMetres(10.0);

        assertThat(SPEED.boost(nowhere)).isEqualTo(NO_DISTANCE);
        assertThat(SPEED.boost(noTime)).isEqualTo(NO_DISTANCE);
        assertThat(SPEED.boost(bare("RIDE"))).isEqualTo(NO_DISTANCE);
    }
}
