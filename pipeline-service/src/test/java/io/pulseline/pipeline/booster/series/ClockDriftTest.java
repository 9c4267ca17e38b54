package io.pulseline.pipeline.booster.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.Outing;
import io.pulseline.pipeline.booster.Workouts;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockDriftTest {
    private static final int MARGIN = 180;

    @Property(tries = 200)
    void anyLagOfAWalkAtRandomIsFound(
            @ForAll @IntRange(min = -120, max = 120) int lag,
            @ForAll @IntRange(min = 1, max = 5) int everySeconds,
            @ForAll long seed) {
        int[] walk = walk(seed, 1_800 + 2 * MARGIN);

        OptionalInt found =
                ClockDrift.seconds(
                        late(lag, everySeconds, 1_800, second -> walk[second + MARGIN]),
                        with(1_800, second -> walk[second + MARGIN]));

        if (Math.abs(lag) >= 5) {
            assertThat(found.orElseThrow()).isBetween(lag - 1, lag + 1);
        } else {
            // So near to 0 it need not be surer than there.
            found.ifPresent(seconds -> assertThat(seconds).isBetween(lag - 1, lag + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-180, -90, -3, 3, 90, 180})
    void itsSignSaysWhoseClockIsAhead(int lag) {
        int[] walk = walk(7, 1_800 + 2 * MARGIN);

        assertThat(
                        ClockDrift.seconds(
                                late(lag, 1, 1_800, second -> walk[second + MARGIN]),
                                with(1_800, second -> walk[second + MARGIN])))
                .hasValue(lag);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void aLagBelowThreeSecondsIsNone(int lag) {
        int[] walk = walk(7, 1_800 + 2 * MARGIN);

        assertThat(
                        ClockDrift.seconds(
                                late(lag, 1, 1_800, second -> walk[second + MARGIN]),
                                with(1_800, second -> walk[second + MARGIN])))
                .isEmpty();
    }

    @Test
    void partsOfASecondAreRounded() {
        int[] walk = walk(3, 1_800 + 2 * MARGIN);
        HeartRateSamples heartRate = late(40, 1, 1_800, second -> walk[second + MARGIN]);
        heartRate.setStartEpochMillis(heartRate.getStartEpochMillis() + 400);

        assertThat(ClockDrift.seconds(heartRate, with(1_800, second -> walk[second + MARGIN])))
                .hasValue(40);
    }

    @Test
    void gapsOfEitherAreLeftOut() {
        int[] walk = walk(5, 1_800 + 2 * MARGIN);
        HeartRateSamples gappy =
                without(late(50, 1, 1_800, second -> walk[second + MARGIN]), 300, 600);
        Activity own = with(1_800, second -> walk[second + MARGIN]);
        own.setHeartRate(without(own.getHeartRate(), 900, 1_100));

        assertThat(ClockDrift.seconds(gappy, own)).hasValue(50);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FLAT", "RISING", "SLOW", "OTHER"})
    void whatIsAlikeAtEveryLagOrAtNoneTellsNothing(Shape shape) {
        assertThat(ClockDrift.seconds(late(60, 1, 1_800, shape::measured), with(1_800, shape::own)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} s in common at lag 0: {1}")
    @CsvSource({"300, true", "299, false"})
    void lessThanFiveMinutesInCommonTellNothing(int seconds, boolean found) {
        int[] walk = walk(9, seconds + 2 * MARGIN);

        // Measured beyond both ends, so that all of the activity is common at every lag.
        assertThat(
                        ClockDrift.seconds(
                                        late(20, 1, seconds, second -> walk[second + MARGIN]),
                                        with(seconds, second -> walk[second + MARGIN]))
                                .isPresent())
                .isEqualTo(found);
    }

    @Test
    void nothingToCompareTellsNothing() {
        HeartRateSamples some = late(60, 1, 1_800, Shape.OTHER::own);

        assertThat(ClockDrift.seconds(some, Workouts.bare())).isEmpty();
        assertThat(ClockDrift.seconds(some, Workouts.lasting(1_800_000L))).isEmpty();
        assertThat(ClockDrift.seconds(Workouts.samples(List.of()), with(1_800, Shape.OTHER::own)))
                .isEmpty();
        assertThat(
                        ClockDrift.seconds(
                                Workouts.samples(List.of(0), 90), with(1_800, Shape.OTHER::own)))
                .isEmpty();
    }

    @Test
    void otherTimesHaveNothingInCommon() {
        HeartRateSamples longAgo = late(60, 1, 1_800, Shape.OTHER::own);
        longAgo.setStartEpochMillis(Long.MIN_VALUE / 4);

        assertThat(ClockDrift.seconds(longAgo, with(1_800, Shape.OTHER::own))).isEmpty();
    }

    @ParameterizedTest(name = "{0} s after the speed: {1}")
    @CsvSource({"30,", "60,", "61, 61", "100, 100", "-60,", "-90, -90"})
    void theDelayOfTheHeartIsNoDriftAgainstSpeed(int lag, @Nullable Integer expected) {
        Outing outing = new Outing(ActivityType.RUN);
        int[] efforts = {90, 40, 150, 70, 200, 110, 60, 130, 80, 170, 50, 120};
        for (int effort = 0; effort < efforts.length; effort++) {
            outing.goes(efforts[effort], effort % 2 == 0 ? 2 : 4);
        }
        Activity activity = outing.activity();
        double[] speeds = Motion.of(activity).orElseThrow().eachSecond(30);
        List<Integer> beats =
                IntStream.range(0, speeds.length)
                        .map(second -> (int) Math.round(80 + 20 * speeds[second]))
                        .boxed()
                        .toList();
        HeartRateSamples heartRate =
                new HeartRateSamples(
                        Outing.START + lag * 1000L,
                        IntStream.range(0, speeds.length).map(s -> s * 1000).boxed().toList(),
                        beats);

        assertThat(ClockDrift.seconds(heartRate, activity))
                .isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
    }

    @Test
    void threeHoursByTheSecondTakeNoTime() {
        int[] walk = walk(11, 10_800 + 2 * MARGIN);
        HeartRateSamples heartRate = late(70, 1, 10_800, second -> walk[second + MARGIN]);
        Activity activity = with(10_800, second -> walk[second + MARGIN]);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long begun = System.nanoTime();
            assertThat(ClockDrift.seconds(heartRate, activity)).hasValue(70);
            best = Math.min(best, System.nanoTime() - begun);
        }

        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(100));
    }

    /** Heart rates of two devices, by the second of the activity. */
    enum Shape {
        FLAT,
        RISING,
        SLOW,
        OTHER;

        int measured(int second) {
            return switch (this) {
                case FLAT -> 120;
                case RISING -> 100 + second / 30;
                case SLOW -> (int) Math.round(120 + 40 * Math.sin(second / 1_500.0));
                case OTHER -> 120 + noise(second);
            };
        }

        int own(int second) {
            return this == OTHER ? 120 + noise(second + 77_777) : measured(second);
        }

        private static int noise(int second) {
            return new Random(second * 31L).nextInt(10);
        }
    }

    /** Each sample a step from the last, drawn back to the middle as a heart is by breaks. */
    private static int[] walk(long seed, int length) {
        Random random = new Random(seed);
        int[] walk = new int[length];
        double now = 0;
        for (int second = 0; second < length; second++) {
            now += 4 * random.nextGaussian() - now / 20;
            walk[second] = (int) Math.clamp(Math.round(120 + now), 40, 220);
        }
        return walk;
    }

    /** Measured from three minutes before to three after, by a clock that is so much ahead. */
    private static HeartRateSamples late(
            int lag, int everySeconds, int seconds, IntUnaryOperator beats) {
        List<Integer> at =
                IntStream.range(-MARGIN, seconds + MARGIN)
                        .filter(second -> second % everySeconds == 0)
                        .boxed()
                        .toList();
        return new HeartRateSamples(
                Workouts.START.plusSeconds(lag).toInstant().toEpochMilli(),
                at.stream().map(second -> second * 1000).toList(),
                at.stream().map(beats::applyAsInt).toList());
    }

    private static Activity with(int seconds, IntUnaryOperator beats) {
        Activity activity = Workouts.lasting(seconds * 1000L);
        List<Integer> at = IntStream.range(0, seconds).boxed().toList();
        activity.setHeartRate(
                Workouts.samples(at, at.stream().map(beats::applyAsInt).toArray(Integer[]::new)));
        return activity;
    }

    private static HeartRateSamples without(HeartRateSamples samples, int from, int to) {
        List<Integer> kept =
                IntStream.range(0, samples.getOffsetMilliseconds().size())
                        .filter(sample -> {
                            int second = samples.getOffsetMilliseconds().get(sample) / 1000;
                            return second < from || second >= to;
                        })
                        .boxed()
                        .toList();
        return new HeartRateSamples(
                samples.getStartEpochMillis(),
                kept.stream().map(samples.getOffsetMilliseconds()::get).toList(),
                kept.stream().map(samples.getBeatsPerMinute()::get).toList());
    }
}
