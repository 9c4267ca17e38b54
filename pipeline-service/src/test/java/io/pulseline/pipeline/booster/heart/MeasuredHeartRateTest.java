package io.pulseline.pipeline.booster.heart;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.Workouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeasuredHeartRateTest {
    private static final Instant START = Workouts.START.toInstant();

    @Test
    void samplesOfAllSeriesStandInOrderOfTheirInstants() {
        HeartRateSamples late = Workouts.samples(List.of(40, 30), 140, 130);
        HeartRateSamples early =
                new HeartRateSamples(
                        START.minusSeconds(100).toEpochMilli(),
                        List.of(100_500, 101_700),
                        List.of(100, 101));

        assertThat(told(measured(late, early), 0, 60))
                .containsExactly("500: 100", "1700: 101", "30000: 130", "40000: 140");
    }

    @Test
    void ofSeveralAtOneInstantTheFirstCounts() {
        assertThat(
                        told(
                                measured(
                                        Workouts.samples(List.of(10, 20), 110, 120),
                                        Workouts.samples(List.of(0, 10, 20), 90, 91, 92)),
                                0,
                                60))
                .containsExactly("0: 90", "10000: 110", "20000: 120");
    }

    @Test
    void zeroIsNoHeartRateAndHidesNone() {
        assertThat(
                        told(
                                measured(
                                        Workouts.samples(List.of(0, 10, 20), 90, 0, -5),
                                        Workouts.samples(List.of(10), 101)),
                                0,
                                60))
                .containsExactly("0: 90", "10000: 101");
    }

    @Test
    void whatIsBeyondTheAskedForIsLeftOut() {
        HeartRateSamples samples =
                MeasuredHeartRate.of(
                                List.of(Workouts.samples(List.of(-1, 0, 59, 60), 80, 90, 100, 110)),
                                START,
                                START.plusSeconds(60))
                        .samples();

        assertThat(samples)
                .isEqualTo(
                        new HeartRateSamples(
                                START.toEpochMilli(), List.of(0, 59_000), List.of(90, 100)));
    }

    @Test
    void aColumnThatIsTooLongSaysNothingByItsRest() {
        HeartRateSamples uneven =
                new HeartRateSamples(START.toEpochMilli(), List.of(0, 1_000, 2_000), List.of(90));

        assertThat(told(measured(uneven), 0, 60)).containsExactly("0: 90");
    }

    @Test
    void atBothEndsStandsTheStraightLineBetweenNeighbours() {
        assertThat(
                        told(
                                measured(
                                        Workouts.samples(
                                                List.of(-10, 10, 50, 70), 80, 100, 120, 60)),
                                0,
                                60))
                .containsExactly("0: 90", "10000: 100", "50000: 120", "60000: 90");
    }

    @Test
    void aMeasuredEndIsNotMadeUpAgain() {
        assertThat(told(measured(Workouts.samples(List.of(-10, 0, 60, 70), 80, 91, 92, 60)), 0, 60))
                .containsExactly("0: 91", "60000: 92");
    }

    @Test
    void neighboursSixtySecondsApartFillAnEndAndFartherOnesDoNot() {
        assertThat(told(measured(Workouts.samples(List.of(-30, 30), 80, 100)), 0, 60))
                .containsExactly("0: 90", "30000: 100");
        assertThat(told(measured(Workouts.samples(List.of(-31, 30), 80, 100)), 0, 60))
                .containsExactly("30000: 100");
    }

    @Test
    void neighboursOfAVeryShortTimeTellBothItsEnds() {
        assertThat(told(measured(Workouts.samples(List.of(-20, 40), 80, 110)), 0, 20))
                .containsExactly("0: 90", "20000: 100");
    }

    @Test
    void onAClockThatIsAheadAllWasEarlier() {
        MeasuredHeartRate ahead = measured(Workouts.samples(List.of(45, 50), 100, 110));

        assertThat(told(ahead.earlierBy(Duration.ofSeconds(45)), 0, 60))
                .containsExactly("0: 100", "5000: 110");
        assertThat(told(ahead.earlierBy(Duration.ofSeconds(-5)), 0, 60))
                .containsExactly("50000: 100", "55000: 110");
    }

    @Property(tries = 300)
    void inWhateverOrderTheyComeTheyGrowAndNothingLiesOutside(
            @ForAll @Size(max = 40) List<@IntRange(min = -90, max = 200) Integer> seconds) {
        Integer[] beats = seconds.stream().map(second -> 60 + second % 7).toArray(Integer[]::new);

        HeartRateSamples inside =
                measured(Workouts.samples(seconds, beats)).during(START, START.plusSeconds(100));

        assertThat(inside.getOffsetMilliseconds())
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(offset -> offset >= 0 && offset <= 100_000)
                .hasSameSizeAs(inside.getBeatsPerMinute());
        assertThat(inside.getOffsetMilliseconds())
                .containsAll(
                        seconds.stream()
                                .filter(second -> second >= 0 && second <= 100)
                                .map(second -> second * 1000)
                                .toList());
    }

    private static MeasuredHeartRate measured(HeartRateSamples... all) {
        return MeasuredHeartRate.of(List.of(all), START.minusSeconds(240), START.plusSeconds(600));
    }

    private static List<String> told(MeasuredHeartRate measured, int from, int to) {
        HeartRateSamples inside = measured.during(START.plusSeconds(from), START.plusSeconds(to));
        return IntStream.range(0, inside.getOffsetMilliseconds().size())
                .mapToObj(sample ->
                        inside.getOffsetMilliseconds().get(sample)
                                + ": "
                                + inside.getBeatsPerMinute().get(sample))
                .toList();
    }
}
