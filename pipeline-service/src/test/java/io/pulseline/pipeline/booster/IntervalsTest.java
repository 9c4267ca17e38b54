package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.Boosts.bare;
import static io.pulseline.pipeline.booster.Boosts.figures;
import static io.pulseline.pipeline.booster.Boosts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Lap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static final Booster INTERVALS = new Intervals(LengthUnit.KILOMETRES, true, false);
    private static final BoostOutcome NO_EFFORTS = new BoostOutcome.Skipped("no repeated efforts");

    @Test
    void repetitionsWithJogsBetweenAreASet() {
        Activity run = repetitions(6, 80, 5.0, 90, 2.2);

        assertThat(text(INTERVALS, run))
                .matches("Intervals\\n6 x 1:(19|20) .(39.|400) m. at 3:20 /km, recovery 1:3[01]");
        assertThat(figures(INTERVALS, run))
                .containsEntry("set1Repetitions", 6.0)
                .hasEntrySatisfying(
                        "set1EffortSeconds", value -> assertThat(value).isCloseTo(80, within(2.0)))
                .hasEntrySatisfying(
                        "set1EffortMetres", value -> assertThat(value).isCloseTo(400, within(8.0)))
                .hasEntrySatisfying(
                        "set1RecoverySeconds",
                        value -> assertThat(value).isCloseTo(90, within(2.0)));
    }

    @Test
    void aSlowWarmUpAndStandingRestsDoNotConfuse() {
        Outing outing = new Outing("RUN").goes(600, 2.6);
        for (int repetition = 0; repetition < 6; repetition++) {
            outing.goes(80, 4.5).stands(60);
        }

        assertThat(figures(INTERVALS, outing.goes(600, 2.6).activity()))
                .containsEntry("set1Repetitions", 6.0)
                .doesNotContainKey("set2Repetitions");
    }

    @Test
    void whoStopsTheWatchIsHavingARest() {
        Outing outing = new Outing("RUN").goes(300, 2.6);
        for (int repetition = 0; repetition < 4; repetition++) {
            outing.goes(180, 4.5).pauses(120);
        }

        assertThat(figures(INTERVALS, outing.goes(300, 2.6).activity()))
                .containsEntry("set1Repetitions", 4.0);
    }

    @Test
    void aFadeFromTheFirstToTheLastIsTold() {
        Outing outing = new Outing("RUN").goes(600, 2.5);
        for (double speed : new double[] {5.0, 4.9, 4.8, 4.7, 4.6, 4.5}) {
            outing.goes(100, speed).goes(90, 2.2);
        }
        Activity run = outing.goes(300, 2.5).activity();

        assertThat(figures(INTERVALS, run).get("set1FadePercent")).isCloseTo(11, within(1.5));
        assertThat(text(INTERVALS, run)).containsPattern("\nLast 1[012] % slower than the first$");
    }

    @Test
    void setsOfDifferentLengthAreDifferentSets() {
        Outing outing = new Outing("RUN").goes(600, 2.5);
        for (int seconds : new int[] {180, 180, 180, 60, 60, 60, 60}) {
            outing.goes(seconds, 4.8).goes(90, 2.2);
        }

        assertThat(figures(INTERVALS, outing.goes(300, 2.5).activity()))
                .containsEntry("set1Repetitions", 3.0)
                .containsEntry("set2Repetitions", 4.0);
    }

    @Test
    void ridesAreToldBySpeedAndEachRepetitionIfWanted() {
        Outing outing = new Outing("RIDE").goes(600, 7);
        for (int repetition = 0; repetition < 3; repetition++) {
            outing.goes(240, 11).goes(120, 6);
        }
        Activity ride = outing.goes(300, 7).heart(1, _ -> 150).activity();

        assertThat(text(new Intervals(LengthUnit.KILOMETRES, true, true), ride).lines())
                .hasSize(5)
                .element(1)
                .asString()
                .startsWith("3 x ")
                .contains(" km/h, 150 bpm, recovery ");
    }

    @Test
    void aSteadyRunWithAutomaticLapsHasNone() {
        Activity run = new Outing("RUN").goes(1000, 3).goes(50, 3.05).goes(900, 3).activity();
        run.setLaps(
                IntStream.range(0, 5)
                        .mapToObj(lap ->
                                new Lap(Outing.START + lap * 333_000L, 333_000L, 1000.0, null))
                        .toList());

        assertThat(INTERVALS.boost(run)).isEqualTo(NO_EFFORTS);
    }

    @Test
    void lapsAloneSayNothing() {
        Activity run = bare("RUN");
        run.setLaps(List.of(new Lap(Outing.START, 333_000L, 1000.0, null)));

        assertThat(INTERVALS.boost(run))
                .isEqualTo(new BoostOutcome.Skipped("neither speed nor heart rate"));
    }

    @Test
    void aRestlessRunHasNone() {
        Random random = new Random(11);
        Outing outing = new Outing("RUN");
        for (int minute = 0; minute < 60; minute++) {
            outing.goes(60, 2.6 + 0.8 * random.nextDouble());
        }

        assertThat(INTERVALS.boost(outing.activity())).isEqualTo(NO_EFFORTS);
    }

    @Test
    void stopsAtTrafficLightsAreNone() {
        Outing outing = new Outing("RUN");
        for (int seconds : new int[] {340, 95, 610, 180, 45, 420, 150}) {
            outing.goes(seconds, 3).stands(35);
        }

        assertThat(INTERVALS.boost(outing.activity())).isEqualTo(NO_EFFORTS);
    }

    @Test
    void twoEffortsAreNoSet() {
        assertThat(INTERVALS.boost(repetitions(2, 180, 4.8, 120, 2.2))).isEqualTo(NO_EFFORTS);
    }

    @Test
    void withoutSpeedTheHeartRateTells() {
        Activity workout = heart(5, 1);

        Map<String, Double> values = figures(INTERVALS, workout);

        assertThat(values)
                .containsEntry("set1Repetitions", 5.0)
                .containsKey("set1EffortBeatsPerMinute")
                .doesNotContainKeys("set1EffortMetres", "set1FadePercent");
        assertThat(values.get("set1EffortSeconds")).isBetween(90.0, 150.0);
        assertThat(values.get("set1RecoverySeconds")).isBetween(90.0, 150.0);
    }

    @Test
    void samplesOfTheHeartRateMayBeSparse() {
        assertThat(figures(INTERVALS, heart(5, 5))).containsEntry("set1Repetitions", 5.0);
    }

    @Test
    void aSteadyHeartHasNone() {
        Activity workout = bare("WORKOUT");
        workout.setHeartRate(
                new HeartRateSamples(
                        Outing.START,
                        IntStream.range(0, 1800).map(s -> s * 1000).boxed().toList(),
                        IntStream.range(0, 1800).map(s -> 140 + s % 7).boxed().toList()));

        assertThat(INTERVALS.boost(workout)).isEqualTo(NO_EFFORTS);
    }

    @Test
    void styleNoneGivesValuesOnly() {
        Booster quiet = new Intervals(LengthUnit.KILOMETRES, false, false);

        assertThat(Boosts.added(quiet, repetitions(6, 80, 5.0, 90, 2.2)).text()).isNull();
    }

    @Test
    void whatHasNoSeriesIsSkipped() {
        Activity emptyTrack = bare("RUN");
        emptyTrack.setTrack(Boosts.emptyTrack());
        Activity onePoint = bare("RUN");
        onePoint.setTrack(Boosts.onePoint());
        BoostOutcome nothing = new BoostOutcome.Skipped("neither speed nor heart rate");

        assertThat(INTERVALS.boost(bare("RUN"))).isEqualTo(nothing);
        assertThat(INTERVALS.boost(emptyTrack)).isEqualTo(nothing);
        assertThat(INTERVALS.boost(onePoint)).isEqualTo(nothing);
        assertThat(INTERVALS.boost(new Outing("RUN").goes(30, 3).activity())).isEqualTo(NO_EFFORTS);
    }

    @Test
    void anActivityOfDaysIsNotSearched() {
        Activity trek = new Outing("HIKE").every(60).goes(90_000, 1).activity();

        assertThat(INTERVALS.boost(trek)).isEqualTo(NO_EFFORTS);
    }

    private static Activity repetitions(
            int count, int seconds, double speed, int recoverySeconds, double recoverySpeed) {
        Outing outing = new Outing("RUN").goes(600, 2.6);
        for (int repetition = 0; repetition < count; repetition++) {
            outing.goes(seconds, speed).goes(recoverySeconds, recoverySpeed);
        }
        return outing.goes(300, 2.6).activity();
    }

    /** Two minutes up towards 170, two minutes down towards 120, as hearts do: in curves. */
    private static Activity heart(int repetitions, int everySeconds) {
        Activity workout = bare("WORKOUT");
        int length = 240 * repetitions + 600;
        int[] beats = new int[length];
        double level = 110;
        for (int second = 0; second < length; second++) {
            boolean works =
                    second >= 300 && second < 300 + 240 * repetitions && (second - 300) % 240 < 120;
            level += ((works ? 172 : 115) - level) / 35;
            beats[second] = (int) Math.round(level);
        }
        List<Integer> at =
                IntStream.range(0, length).filter(s -> s % everySeconds == 0).boxed().toList();
        workout.setHeartRate(
                new HeartRateSamples(
                        Outing.START,
                        at.stream().map(s -> s * 1000).toList(),
                        at.stream().map(s -> beats[s]).toList()));
        return workout;
    }
}
