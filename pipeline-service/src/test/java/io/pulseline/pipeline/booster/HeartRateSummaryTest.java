package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.Boosts.bare;
import static io.pulseline.pipeline.booster.Boosts.figures;
import static io.pulseline.pipeline.booster.Boosts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeartRateSummaryTest {
    private static final Booster HEART = new HeartRateSummary(true, true);
    private static final BoostOutcome NO_HEART_RATE = new BoostOutcome.Skipped("no heart rate");

    @Test
    void samplesAreWeightedByTheirTimeNotByTheirNumber() {
        Activity activity =
                withSamples(new int[] {0, 1, 2, 3, 4, 64}, 100, 100, 100, 100, 100, 160);

        assertThat(figures(HEART, activity).get("averageBeatsPerMinute"))
                .isCloseTo((4 * 100 + 60 * 130) / 64.0, within(1e-9));
        assertThat(figures(HEART, activity))
                .containsEntry("minimumBeatsPerMinute", 100.0)
                .containsEntry("maximumBeatsPerMinute", 160.0);
    }

    @Test
    void aGapOfMoreThanAMinuteCountsNowhere() {
        Activity activity = withSamples(new int[] {0, 10, 71, 81}, 100, 100, 150, 150);

        assertThat(figures(HEART, activity)).containsEntry("averageBeatsPerMinute", 125.0);
    }

    @Test
    void samplesFarApartAreAveragedAsTheyAre() {
        Activity activity = withSamples(new int[] {0, 100}, 100, 140);

        assertThat(figures(HEART, activity)).containsEntry("averageBeatsPerMinute", 120.0);
    }

    @Test
    void aSingleSampleIsAllThereIs() {
        assertThat(text(HEART, withSamples(new int[] {30}, 95)))
                .isEqualTo("Heart rate: 95 bpm on average, 95 to 95 bpm");
    }

    @Test
    void aZeroIsNoHeartBeat() {
        Activity activity = withSamples(new int[] {0, 1, 2, 3}, 0, 100, 100, 0);

        assertThat(figures(HEART, activity))
                .containsEntry("minimumBeatsPerMinute", 100.0)
                .containsEntry("averageBeatsPerMinute", 100.0);
    }

    @Test
    void orderAndDoublesDoNotMatter() {
        Activity activity = withSamples(new int[] {20, 0, 10, 10}, 120, 100, 110, 110);

        assertThat(figures(HEART, activity).get("averageBeatsPerMinute"))
                .isCloseTo(110, within(1e-9));
    }

    @Test
    void aColumnThatEndsEarlyIsReadAsFarAsItGoes() {
        Activity activity = bare("RUN");
        activity.setHeartRate(
                new HeartRateSamples(Outing.START, List.of(0, 1000, 2000), List.of(90, 92)));

        assertThat(figures(HEART, activity)).containsEntry("averageBeatsPerMinute", 91.0);
    }

    @Test
    void aDriftAtTheSamePaceIsTold() {
        Activity run = new Outing("RUN").goes(1000, 3).heart(5, s -> 140 + s / 50).activity();

        assertThat(text(HEART, run))
                .isEqualTo(
                        """
                        Heart rate: 150 bpm on average, 140 to 160 bpm
                        Drift: 16 bpm higher in the last fifth than in the first, at the same pace\
                        """);
        assertThat(figures(HEART, run).get("driftBeatsPerMinute")).isCloseTo(16, within(0.1));
        assertThat(figures(HEART, run).get("driftSpeedPercent")).isCloseTo(0, within(1e-6));
    }

    @Test
    void aDriftWithThePaceIsToldAsSuch() {
        Activity faster =
                new Outing("RUN").goes(500, 3).goes(500, 4).heart(5, s -> 140 + s / 50).activity();
        Activity slower =
                new Outing("RUN").goes(500, 4).goes(500, 3).heart(5, s -> 160 - s / 50).activity();
        Activity unknown = withSamples(new int[] {0});
        unknown.setHeartRate(
                new Outing("RUN")
                        .goes(1000, 3)
                        .heart(5, s -> 140 + s / 50)
                        .activity()
                        .getHeartRate());

        assertThat(text(HEART, faster))
                .endsWith("higher in the last fifth than in the first, at a faster pace");
        assertThat(text(HEART, slower))
                .endsWith("lower in the last fifth than in the first, at a slower pace");
        assertThat(text(HEART, unknown)).endsWith("higher in the last fifth than in the first");
        assertThat(figures(HEART, unknown)).doesNotContainKey("driftSpeedPercent");
    }

    @Test
    void theFifthsAreOfTheTimeNotOfTheSamples() {
        // Every second in the first 100 s, every 10 s in the 900 s after them.
        int[] at = new int[190];
        Integer[] beats = new Integer[190];
        for (int sample = 0; sample < 190; sample++) {
            at[sample] = sample < 100 ? sample : (sample - 90) * 10;
            beats[sample] = at[sample] < 195 ? 120 : 150;
        }

        assertThat(figures(HEART, withSamples(at, beats)).get("driftBeatsPerMinute"))
                .isCloseTo(30, within(0.5));
    }

    @Test
    void nineteenSamplesHaveNoDrift() {
        int[] at = new int[19];
        Integer[] beats = new Integer[19];
        Arrays.setAll(at, sample -> sample * 10);
        Arrays.setAll(beats, sample -> 100 + 5 * sample);

        assertThat(figures(HEART, withSamples(at, beats))).doesNotContainKey("driftBeatsPerMinute");
    }

    @Test
    void aSmallDriftIsAValueAndNoText() {
        Activity run = new Outing("RUN").goes(1000, 3).heart(5, s -> 140 + s / 200).activity();

        assertThat(text(HEART, run)).doesNotContain("Drift");
        assertThat(figures(HEART, run)).containsKey("driftBeatsPerMinute");
    }

    @Test
    void theDriftIsNotToldWhereItIsNotWanted() {
        Activity run = new Outing("RUN").goes(1000, 3).heart(5, s -> 140 + s / 50).activity();

        assertThat(text(new HeartRateSummary(true, false), run)).doesNotContain("Drift");
        assertThat(Boosts.added(new HeartRateSummary(false, true), run).text()).isNull();
    }

    @Test
    void withoutSamplesTheSourcesAverageIsToldAsSuch() {
        Activity activity = bare("RUN");
        activity.setAverageHeartRateBeatsPerMinute(131.6);

        assertThat(text(HEART, activity))
                .isEqualTo("Heart rate: 132 bpm on average, as the source gives it");
        assertThat(figures(HEART, activity)).isEqualTo(Map.of("averageBeatsPerMinute", 131.6));
    }

    @Test
    void withoutHeartRateItIsSkipped() {
        assertThat(HEART.boost(bare("RUN"))).isEqualTo(NO_HEART_RATE);
        assertThat(HEART.boost(withSamples(new int[0]))).isEqualTo(NO_HEART_RATE);
        assertThat(HEART.boost(withSamples(new int[] {0, 1}, 0, 0))).isEqualTo(NO_HEART_RATE);
    }

    private static Activity withSamples(int[] seconds, Integer... beats) {
        Activity activity = bare("RUN");
        activity.setHeartRate(
                new HeartRateSamples(
                        Outing.START,
                        Arrays.stream(seconds).map(second -> second * 1000).boxed().toList(),
                        List.of(beats)));
        return activity;
    }
}
