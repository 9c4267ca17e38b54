package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.Boosts.bare;
import static io.pulseline.pipeline.booster.Boosts.figures;
import static io.pulseline.pipeline.booster.Boosts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceSummaryTest {
    private static final Booster PACE =
            new PaceSummary(LengthUnit.KILOMETRES, true, true, true, true);
    private static final BoostOutcome NO_DISTANCE =
            new BoostOutcome.Skipped("no distance with a time");

    @Test
    void aSteadyRunHasOnePace() {
        Activity run = new Outing("RUN").goes(500, 4).activity();

        assertThat(text(PACE, run))
                .isEqualTo(
                        """
                        Pace: 4:10 /km on average, 4:10 /km at best
                        1: 4:10 /km
                        2: 4:10 /km\
                        """);
        assertThat(figures(PACE, run))
                .containsEntry("averageSecondsPerKilometre", 250.0)
                .containsEntry("bestSecondsPerKilometre", 250.0)
                .containsEntry("split2Seconds", 250.0)
                .containsEntry("split2Metres", 1000.0)
                .doesNotContainKey("split2ElevationChangeMetres");
    }

    @Test
    void standingDoesNotCountAsMoving() {
        Activity run = new Outing("RUN").goes(500, 4).stands(120).goes(500, 4).activity();

        assertThat(figures(PACE, run).get("movingSeconds")).isCloseTo(1000, within(5.0));
        assertThat(figures(PACE, run).get("averageSecondsPerKilometre"))
                .isCloseTo(250, within(1.5));
    }

    @Test
    void aGapCountsNowhereNeitherItsTimeNorItsDistance() {
        Activity run = new Outing("RUN").goes(500, 4).pauses(61).leaps(300).goes(500, 4).activity();

        assertThat(figures(PACE, run).get("distanceMetres")).isCloseTo(3996, within(1e-6));
        assertThat(figures(PACE, run).get("averageSecondsPerKilometre"))
                .isCloseTo(250, within(1e-6));
    }

    @Test
    void aStretchOfAMinuteWithoutPointsIsNoGap() {
        Activity run = new Outing("RUN").goes(500, 4).pauses(59).leaps(236).goes(500, 4).activity();

        assertThat(figures(PACE, run).get("distanceMetres")).isCloseTo(4236, within(1e-6));
    }

    @Test
    void pointsNeedNotComeEverySecond() {
        Activity run = new Outing("RUN").every(7).goes(700, 4).activity();

        assertThat(figures(PACE, run).get("averageSecondsPerKilometre"))
                .isCloseTo(250, within(1e-6));
        assertThat(figures(PACE, run).get("split2Seconds")).isCloseTo(250, within(1e-6));
    }

    @Test
    void positionsServeWhereTheSourceCountsNoDistance() {
        Activity run = new Outing("RUN").withoutDistances().goes(500, 4).activity();

        assertThat(figures(PACE, run).get("averageSecondsPerKilometre"))
                .isCloseTo(250, within(1.0));
        assertThat(figures(PACE, run).get("split1Seconds")).isCloseTo(250, within(1.0));
    }

    @Test
    void whatIsLeftAtTheEndIsASplitOfItsOwn() {
        Activity run = new Outing("RUN").goes(625, 4).activity();

        assertThat(text(PACE, run)).endsWith("\n3: 4:10 /km over 0.50 km");
        assertThat(figures(PACE, run)).containsEntry("split3Metres", 500.0);
    }

    @Test
    void fastestAndSlowestAreWholeSplits() {
        Activity run =
                new Outing("RUN").goes(250, 4).goes(200, 5).goes(500, 2).goes(100, 6).activity();

        assertThat(text(PACE, run))
                .contains(
                        "\n1: 4:10 /km\n2: 3:20 /km, fastest\n3: 8:20 /km, slowest\n4: 2:47 /km over"
                                + " 0.60 km");
    }

    @Test
    void milesAreSplitsOfMiles() {
        Booster miles = new PaceSummary(LengthUnit.MILES, true, true, true, true);
        Activity run = new Outing("RUN").goes(1000, 4).activity();

        assertThat(text(miles, run)).startsWith("Pace: 6:42 /mi on average").contains("0.49 mi");
        assertThat(figures(miles, run).get("split1Metres")).isCloseTo(1609.344, within(1e-6));
        assertThat(figures(miles, run)).containsEntry("averageSecondsPerKilometre", 250.0);
    }

    @Test
    void theBestPaceIsNoSingleSample() {
        Activity run = new Outing("RUN").goes(300, 4).leaps(8).goes(300, 4).activity();

        assertThat(figures(PACE, run).get("bestSecondsPerKilometre")).isBetween(230.0, 240.0);
    }

    @Test
    void aLapIsNoSplitAndIsNotDividedIntoSome() {
        Activity run = bare("RUN");
        run.setDistanceMetres(5000.0);
        run.setElapsedMilliseconds(1_250_000L);
        run.setLaps(List.of(new Lap(Outing.START, 1_250_000L, 5000.0, null)));

        assertThat(text(PACE, run)).isEqualTo("Pace: 4:10 /km on average");
        assertThat(figures(PACE, run))
                .isEqualTo(
                        Map.of(
                                "averageSecondsPerKilometre",
                                250.0,
                                "distanceMetres",
                                5000.0,
                                "movingSeconds",
                                1250.0));
    }

    @Test
    void withoutATrackTheTimeWithoutPausesCounts() {
        Activity run = bare("RUN");
        run.setDistanceMetres(5000.0);
        run.setElapsedMilliseconds(2_000_000L);
        run.setActiveMilliseconds(1_500_000L);

        assertThat(figures(PACE, run)).containsEntry("averageSecondsPerKilometre", 300.0);
    }

    @Test
    void aTrackOfHalfTheWaySaysNothingAboutTheWhole() {
        Activity run = new Outing("RUN").goes(500, 4).activity();
        run.setDistanceMetres(4000.0);
        run.setElapsedMilliseconds(1_200_000L);

        assertThat(figures(PACE, run))
                .containsEntry("averageSecondsPerKilometre", 300.0)
                .doesNotContainKey("split1Seconds");
    }

    @Test
    void aNegativeSplitIsMeasuredByTheHalvesOfTheDistance() {
        Activity run = new Outing("RUN").goes(500, 4).goes(400, 5).activity();

        assertThat(figures(PACE, run).get("secondHalfFasterSecondsPerKilometre"))
                .isCloseTo(50, within(1e-6));
        assertThat(text(PACE, run)).contains("\nNegative split: second half faster by 0:50 /km");
    }

    @Test
    void aSlowerSecondHalfIsNoNegativeSplit() {
        Activity run = new Outing("RUN").goes(400, 5).goes(500, 4).activity();

        assertThat(figures(PACE, run)).doesNotContainKey("secondHalfFasterSecondsPerKilometre");
        assertThat(text(PACE, run)).doesNotContain("Negative");
    }

    @Test
    void fatigueComparesTheLastQuarterWithTheFirst() {
        Activity run = new Outing("RUN").goes(200, 5).goes(500, 4).goes(250, 4).activity();

        assertThat(figures(PACE, run).get("lastQuarterSlowerPercent")).isCloseTo(25, within(1e-6));
        assertThat(text(PACE, run)).endsWith("\nFatigue: last quarter 25 % slower than the first");
    }

    @Test
    void aFasterLastQuarterIsAStrongFinish() {
        Activity run = new Outing("RUN").goes(750, 4).goes(200, 5).activity();

        assertThat(text(PACE, run))
                .endsWith("\nStrong finish: last quarter 20 % faster than the first");
    }

    @Test
    void threeSplitsSayNothingAboutFatigue() {
        Activity run = new Outing("RUN").goes(200, 5).goes(500, 4).activity();

        assertThat(figures(PACE, run)).doesNotContainKey("lastQuarterSlowerPercent");
    }

    @Test
    void splitsTellHowMuchTheyRise() {
        Activity run =
                new Outing("RUN").grade(0.02).goes(250, 4).grade(-0.01).goes(250, 4).activity();

        assertThat(text(PACE, run)).contains("1: 4:10 /km, +20 m").contains("2: 4:10 /km, -10 m");
        assertThat(figures(PACE, run).get("split1ElevationChangeMetres"))
                .isCloseTo(20, within(0.5));
    }

    @Test
    void theOrderOfThePointsAndDoublesDoNotMatter() {
        Map<String, Double> expected = figures(PACE, new Outing("RUN").goes(625, 4).activity());

        assertThat(figures(PACE, Outing.backwards(new Outing("RUN").goes(625, 4).activity())))
                .isEqualTo(expected);
        assertThat(figures(PACE, Outing.doubled(new Outing("RUN").goes(625, 4).activity())))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNotWantedIsNotTold() {
        Booster quiet = new PaceSummary(LengthUnit.KILOMETRES, false, false, false, false);
        BoostOutcome.Added added =
                Boosts.added(quiet, new Outing("RUN").goes(500, 4).goes(800, 5).activity());

        assertThat(added.text()).isNull();
        assertThat(added.values())
                .containsOnlyKeys(
                        "averageSecondsPerKilometre",
                        "bestSecondsPerKilometre",
                        "distanceMetres",
                        "movingSeconds");
    }

    @Test
    void aHundredSplitsAreListedAndMoreAreNot() {
        assertThat(figures(PACE, new Outing("RIDE").every(10).goes(10_000, 10).activity()))
                .containsKey("split100Seconds");
        assertThat(figures(PACE, new Outing("RIDE").every(10).goes(10_200, 10).activity()))
                .doesNotContainKey("split1Seconds");
    }

    @Test
    void withoutDistanceOrTimeThereIsNoPace() {
        Activity zeroDuration = bare("RUN");
        zeroDuration.setDistanceMetres(5000.0);
        zeroDuration.setElapsedMilliseconds(0L);
        Activity zeroDistance = bare("RUN");
        zeroDistance.setDistanceMetres(0.0);
        zeroDistance.setElapsedMilliseconds(60_000L);
        Activity emptyTrack = bare("RUN");
        emptyTrack.setTrack(Boosts.emptyTrack());
        Activity onePoint = bare("RUN");
        onePoint.setTrack(Boosts.onePoint());
        Activity nullColumns =
                new Outing("RUN").withoutDistances().withoutPositions().goes(60, 4).activity();
        nullColumns.setDistanceMetres(null);

        assertThat(PACE.boost(bare("RUN"))).isEqualTo(NO_DISTANCE);
        assertThat(PACE.boost(zeroDuration)).isEqualTo(NO_DISTANCE);
        assertThat(PACE.boost(zeroDistance)).isEqualTo(NO_DISTANCE);
        assertThat(PACE.boost(emptyTrack)).isEqualTo(NO_DISTANCE);
        assertThat(PACE.boost(onePoint)).isEqualTo(NO_DISTANCE);
        assertThat(PACE.boost(nullColumns)).isEqualTo(NO_DISTANCE);
    }
}
