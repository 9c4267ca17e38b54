package io.pulseline.pipeline.booster.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.Outing;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestEffortsTest {
    @Test
    void anEvenRunHasEveryDistanceItCovers() {
        assertThat(BestEfforts.of(new Outing("RUN").goes(400, 4).activity()))
                .containsExactly(
                        entry(100, 25.0),
                        entry(200, 50.0),
                        entry(400, 100.0),
                        entry(500, 125.0),
                        entry(1000, 250.0));
    }

    @Test
    void theFastestPartIsFoundWhereverItIs() {
        Outing outing = new Outing("RUN").goes(300, 2.5).goes(100, 5).goes(300, 2.5);

        Map<Integer, Double> efforts = BestEfforts.of(outing.activity());

        assertThat(efforts)
                .containsEntry(100, 20.0)
                .containsEntry(500, 100.0)
                .containsEntry(1000, 300.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 60})
    void withinStepsItGoesStraight(int everySeconds) {
        Outing outing = new Outing("RUN").every(everySeconds).goes(420, 4);

        assertThat(BestEfforts.of(outing.activity()))
                .containsEntry(100, 25.0)
                .containsEntry(1000, 250.0);
    }

    @Test
    void aMileIsAMileAndNotItsRoundedKey() {
        assertThat(BestEfforts.of(new Outing("RUN").goes(1000, 4).activity()).get(1609))
                .isCloseTo(1609.344 / 4, within(0.001));
    }

    @Test
    void manyShortStepsAddUpToTheWholeDistance() {
        Outing outing = new Outing("RUN").goes(3000, 10.0 / 3);

        assertThat(BestEfforts.of(outing.activity())).containsEntry(10_000, 3000.0);
    }

    @Test
    void aPauseCountsAsTime() {
        Outing outing = new Outing("RUN").goes(50, 4).stands(40).goes(50, 4);

        assertThat(BestEfforts.of(outing.activity()))
                .containsEntry(200, 50.0)
                .containsEntry(400, 140.0);
    }

    @Test
    void aGapCountsAsTimeAndItsMetresDoNot() {
        Outing outing = new Outing("RUN").goes(50, 4).pauses(600).leaps(800).goes(52, 4);

        Map<Integer, Double> efforts = BestEfforts.of(outing.activity());

        assertThat(efforts).containsOnlyKeys(100, 200, 400).containsEntry(200, 50.0);
        assertThat(efforts.get(400)).isCloseTo(50 + 601 + 50, within(1e-6));
    }

    @Test
    void aLeapOfTheReceiverIsNoSprint() {
        Outing leaping = new Outing("RUN").goes(100, 3).leaps(150).goes(100, 3);

        assertThat(BestEfforts.of(leaping.activity()).get(100)).isCloseTo(100 / 3.0, within(1.1));
    }

    @Test
    void aDistanceThatNobodyRunsSoFastIsLeftOut() {
        Outing byCar = new Outing("RUN").goes(300, 3).goes(20, 15).goes(300, 3);

        Map<Integer, Double> efforts = BestEfforts.of(byCar.activity());

        assertThat(efforts).doesNotContainKeys(100, 200).containsKey(1000);
    }

    @Test
    void ridesHaveTheirOwnDistances() {
        Activity ride = new Outing("RIDE").goes(1100, 10).activity();

        assertThat(BestEfforts.of(ride))
                .containsExactly(entry(5000, 500.0), entry(8047, 804.672), entry(10_000, 1000.0));
    }

    @Test
    void oneGoodTrackHasAllDistancesOfTheMarathon() {
        assertThat(BestEfforts.of(new Outing("RUN").every(5).goes(10_600, 4).activity()))
                .containsEntry(21_098, 5274.375)
                .containsEntry(42_195, 10_548.75)
                .doesNotContainKey(48_280);
    }

    @Test
    void otherSportsAndWaysWithoutATrackHaveNone() {
        Activity untracked = new Outing("RUN").goes(400, 4).activity();
        untracked.setTrack(null);

        assertThat(BestEfforts.of(new Outing("SWIM").goes(400, 1).activity())).isEmpty();
        assertThat(BestEfforts.of(new Outing("WALK").goes(400, 1).activity())).isEmpty();
        assertThat(BestEfforts.of(untracked)).isEmpty();
        assertThat(BestEfforts.of(new Outing("RUN").stands(400).activity())).isEmpty();
    }

    @Test
    void pointsInDisorderOrTwiceChangeNothing() {
        Outing outing = new Outing("RUN").goes(100, 3).goes(100, 5).goes(100, 3);
        Map<Integer, Double> efforts = BestEfforts.of(outing.activity());

        assertThat(BestEfforts.of(Outing.doubled(outing.activity()))).isEqualTo(efforts);
        assertThat(BestEfforts.of(Outing.backwards(outing.activity()))).isEqualTo(efforts);
    }

    @Property(tries = 100)
    void noStretchOfTheWayIsShorterAndLongerDistancesTakeLonger(
            @ForAll @NotEmpty @Size(max = 20) List<@DoubleRange(min = 0.5, max = 8) Double> speeds,
            @ForAll @IntRange(min = 1, max = 20) int step) {
        Outing outing = new Outing("RUN").every(step);
        speeds.forEach(speed -> outing.goes(60, speed));
        Motion motion = Motion.of(outing.activity()).orElseThrow();

        Map<Integer, Double> efforts = BestEfforts.of(outing.activity());

        double last = 0;
        for (Map.Entry<Integer, Double> effort : efforts.entrySet()) {
            assertThat(effort.getValue()).isGreaterThan(last);
            last = effort.getValue();
            if (effort.getKey() <= 1000) {
                assertThat(bruteForce(motion, effort.getKey()))
                        .isGreaterThanOrEqualTo(effort.getValue() - 0.002);
            }
        }
    }

    private static double bruteForce(Motion motion, int metres) {
        double shortest = Double.POSITIVE_INFINITY;
        for (double from = 0; from + metres <= motion.metres(); from += 5) {
            long time = motion.epochMillisAt(from + metres) - motion.epochMillisAt(from);
            shortest = Math.min(shortest, time / 1000.0);
        }
        return shortest;
    }
}
