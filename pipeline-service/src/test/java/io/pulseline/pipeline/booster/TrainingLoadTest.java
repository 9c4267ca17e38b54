package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingLoadTest {
    private static final Booster LOAD = load("male");

    @ParameterizedTest(name = "{0} minutes at {1} beats: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "60 | 80  | Training load: 9 (very light)",
                "60 | 110 | Training load: 36 (light)",
                "60 | 130 | Training load: 69 (moderate)",
                "60 | 140 | Training load: 92 (hard)",
                "60 | 160 | Training load: 158 (very hard)",
            })
    void theTextSaysTheLoadAndAWordForIt(int minutes, int beats, String text) {
        BoostOutcome.Added added =
                (BoostOutcome.Added) LOAD.boost(Workouts.steady(minutes * 60, 1, beats));

        assertThat(added.text()).isEqualTo(text);
    }

    @Test
    void theValuesAreTheLoadAndWhatHeartRateCovers() {
        Activity halfCovered = Workouts.steady(3_600, 1, 120);
        halfCovered.setElapsedMilliseconds(7_200_000L);

        BoostOutcome.Added added = (BoostOutcome.Added) LOAD.boost(halfCovered);

        assertThat(added.values()).containsOnlyKeys("heartRateCoveredPercent", "trainingLoadTrimp");
        assertThat(added.values().get("trainingLoadTrimp")).isCloseTo(50.13, within(0.01));
        assertThat(added.values().get("heartRateCoveredPercent")).isCloseTo(49.986, within(0.001));
        assertThat(added.text())
                .isEqualTo("Training load: 50 (light), heart rate for 50 % of the time");
    }

    @Test
    void womenAreWeightedAsThePaperWeightsThem() {
        BoostOutcome.Added added =
                (BoostOutcome.Added) load("female").boost(Workouts.steady(3_600, 1, 120));

        assertThat(added.values().get("trainingLoadTrimp")).isCloseTo(59.464, within(0.001));
    }

    @Test
    void nothingToCountIsSkippedWithAReason() {
        Activity empty = Workouts.lasting(60_000L);
        empty.setHeartRate(Workouts.samples(List.of()));
        Activity one = Workouts.lasting(null);
        one.setHeartRate(Workouts.samples(List.of(0), 150));
        BoostOutcome noHeartRate = new BoostOutcome.Skipped("no heart rate");

        assertThat(LOAD.boost(Workouts.bare())).isEqualTo(noHeartRate);
        assertThat(LOAD.boost(empty)).isEqualTo(noHeartRate);
        assertThat(LOAD.boost(one)).isEqualTo(noHeartRate);
        assertThat(LOAD.boost(Workouts.steady(600, 1, 58)))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "the heart rate never rose above the resting one"));
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"maximumBeatsPerMinute\": 180, \"restingBeatsPerMinute\": 60 | sex",
                "\"maximumBeatsPerMinute\": 110, \"restingBeatsPerMinute\": 115, \"sex\": \"male\""
                        + " | restingBeatsPerMinute",
                "\"maximumBeatsPerMinute\": 300, \"restingBeatsPerMinute\": 60, \"sex\": \"male\""
                        + " | maximumBeatsPerMinute",
            })
    void wrongSettingsAreNamed(String settings, String field) {
        assertThat(Configured.errors(new TrainingLoadType(), "{" + settings + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static Booster load(String sex) {
        return Configured.booster(
                new TrainingLoadType(),
                """
                {"maximumBeatsPerMinute": 180, "restingBeatsPerMinute": 60, "sex": "%s"}\
                """
                        .formatted(sex));
    }
}
