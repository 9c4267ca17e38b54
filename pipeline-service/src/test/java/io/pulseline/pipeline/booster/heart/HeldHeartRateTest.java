package io.pulseline.pipeline.booster.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.Workouts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldHeartRateTest {

    @Test
    void eachSampleHoldsUntilTheNextAndTheLastUntilTheEnd() {
        assertThat(held(100_000L, List.of(0, 10, 40), 90, 120, 150))
                .containsExactly("90 for 10.0", "120 for 30.0", "150 for 60.0");
    }

    @Test
    void aGapOfMoreThanAMinuteCountsNowhere() {
        assertThat(held(200_000L, List.of(0, 60, 121, 141), 90, 120, 150, 160))
                .containsExactly("90 for 60.0", "150 for 20.0", "160 for 59.0");
        assertThat(held(10_000_000L, List.of(0, 10), 90, 120)).containsExactly("90 for 10.0");
    }

    @Test
    void withoutAnEndTheLastSampleHoldsForNoTime() {
        assertThat(held(null, List.of(0, 5), 90, 150)).containsExactly("90 for 5.0");
    }

    @Test
    void whatLiesOutsideTheActivityCountsNowhere() {
        assertThat(held(15_000L, List.of(-20, -10, 10, 20, 30), 80, 90, 100, 110, 120))
                .containsExactly("90 for 10.0", "100 for 5.0");
    }

    @Test
    void samplesMayStandInAnyOrder() {
        assertThat(held(30_000L, List.of(20, 0, 10), 150, 90, 120))
                .containsExactly("90 for 10.0", "120 for 10.0", "150 for 10.0");
    }

    @Test
    void ofTwoSamplesAtOneMomentTheFirstCountsAsEverywhere() {
        assertThat(held(20_000L, List.of(0, 10, 10, 0), 90, 120, 110, 80))
                .containsExactly("90 for 10.0", "120 for 10.0");
    }

    @Test
    void zeroIsNoHeartRate() {
        assertThat(held(90_000L, List.of(0, 10, 80), 90, 0, 120)).containsExactly("120 for 10.0");
        assertThat(held(60_000L, List.of(0, 10, 20), 90, 0, 120))
                .containsExactly("90 for 20.0", "120 for 40.0");
    }

    @Test
    void columnsOfUnequalLengthEndWithTheShorter() {
        Activity activity = Workouts.lasting(20_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 10, 15), 90, 100));

        assertThat(stretches(activity)).containsExactly("90 for 10.0", "100 for 10.0");
    }

    @Test
    void nothingHoldsWhereThereIsNothing() {
        Activity empty = Workouts.lasting(60_000L);
        empty.setHeartRate(Workouts.samples(List.of()));

        assertThat(HeldHeartRate.of(Workouts.bare()).isEmpty()).isTrue();
        assertThat(HeldHeartRate.of(empty).isEmpty()).isTrue();
        assertThat(held(0L, List.of(0, 1), 90, 91)).isEmpty();
        assertThat(held(null, List.of(0), 90)).isEmpty();
    }

    @Test
    void theCoverageIsOfTheWholeActivity() {
        Activity half = Workouts.steady(600, 5, 120);
        half.setElapsedMilliseconds(1_200_000L);
        Activity endless = Workouts.steady(600, 5, 120);
        endless.setElapsedMilliseconds(null);

        // The last of the samples is followed by a gap.
        assertThat(HeldHeartRate.of(half).coveredPercent(half).orElseThrow())
                .isCloseTo(100 * 595.0 / 1200, within(1e-9));
        assertThat(HeldHeartRate.of(endless).coveredPercent(endless)).isEmpty();
        assertThat(HeldHeartRate.of(half).coveredPercent(Workouts.lasting(0L))).isEmpty();
    }

    @Property
    void whateverTheSamplesTheyHoldNoLongerThanTheActivityLasts(
            @ForAll @Size(max = 60) List<@IntRange(min = -500, max = 3_000) Integer> seconds,
            @ForAll @IntRange(max = 2_000) int elapsedSeconds) {
        Activity activity = Workouts.lasting(elapsedSeconds * 1000L);
        activity.setHeartRate(
                new HeartRateSamples(
                        Workouts.START.toInstant().toEpochMilli(),
                        seconds.stream().map(second -> second * 1000).toList(),
                        IntStream.range(0, seconds.size()).mapToObj(next -> 60 + next).toList()));
        double[] sum = new double[1];
        HeldHeartRate.of(activity).forEach((_, held) -> sum[0] += held);

        assertThat(sum[0]).isBetween(0.0, elapsedSeconds + 1e-6);
    }

    private static List<String> held(
            @Nullable Long elapsedMilliseconds, List<Integer> seconds, Integer... beats) {
        Activity activity = Workouts.lasting(elapsedMilliseconds);
        activity.setHeartRate(Workouts.samples(seconds, beats));
        return stretches(activity);
    }

    private static List<String> stretches(Activity activity) {
        List<String> stretches = new ArrayList<>();
        HeldHeartRate.of(activity)
                .forEach((beats, seconds) -> stretches.add(beats + " for " + seconds));
        return stretches;
    }
}
