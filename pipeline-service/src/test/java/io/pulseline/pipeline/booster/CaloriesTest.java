package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaloriesTest {
    private static final Booster ALL_SET =
            calories("{\"weightKilograms\": 70, \"ageYears\": 30, \"sex\": \"male\"}");
    private static final Booster WEIGHT_ONLY = calories("{\"weightKilograms\": 70}");
    private static final Booster NOTHING_SET = calories("{}");

    @Test
    void theSourcesValueStandsWhateverElseIsKnown() {
        Activity activity = Workouts.steady(3_600, 5, 140);
        activity.setEnergyKilocalories(431.4);

        for (Booster booster : List.of(ALL_SET, WEIGHT_ONLY, NOTHING_SET)) {
            assertThat(booster.boost(activity)).isEqualTo(energy(431.4, "431", "from the source"));
        }
    }

    @Test
    void withoutItTheHeartRateTells() {
        assertThat(text(ALL_SET, Workouts.steady(3_600, 5, 140)))
                .isEqualTo("Energy: 763 kcal (from heart rate)");
    }

    @Test
    void withoutHeartRateTheTypeTells() {
        assertThat(ALL_SET.boost(Workouts.lasting(3_600_000L)))
                .isEqualTo(energy(686.0, "686", "estimated from the type of activity"));
    }

    @Test
    void withoutAgeOrSexTheTypeTells() {
        Activity activity = Workouts.steady(3_600, 5, 140);

        assertThat(text(WEIGHT_ONLY, activity))
                .isEqualTo("Energy: 686 kcal (estimated from the type of activity)");
        assertThat(text(calories("{\"weightKilograms\": 70, \"ageYears\": 30}"), activity))
                .isEqualTo("Energy: 686 kcal (estimated from the type of activity)");
    }

    @Test
    void heartRateOfAPartOnlyIsNotTakenForTheWhole() {
        Activity mostly = Workouts.steady(3_000, 5, 140);
        mostly.setElapsedMilliseconds(3_600_000L);
        Activity half = Workouts.steady(1_800, 5, 140);
        half.setElapsedMilliseconds(3_600_000L);

        assertThat(text(ALL_SET, mostly)).endsWith("(from heart rate)");
        assertThat(text(ALL_SET, half))
                .isEqualTo("Energy: 686 kcal (estimated from the type of activity)");
    }

    @Test
    void aHeartRateFarBelowExerciseIsNoEnergyOfZero() {
        assertThat(text(ALL_SET, Workouts.steady(3_600, 5, 40)))
                .isEqualTo("Energy: 686 kcal (estimated from the type of activity)");
    }

    @Test
    void pausesAreNoExercise() {
        Activity activity = Workouts.lasting(7_200_000L);
        activity.setActiveMilliseconds(3_600_000L);

        assertThat(text(WEIGHT_ONLY, activity)).startsWith("Energy: 686 kcal");
    }

    @ParameterizedTest(name = "{0}: {1} kcal an hour at 100 kg")
    @CsvSource({
        "WALK, 350",
        "YOGA, 250",
        "RIDE, 750",
        "STRENGTH, 350",
    })
    void typesDiffer(String type, int kilocalories) {
        Activity activity = Workouts.lasting(3_600_000L);
        activity.setActivityType(type);

        assertThat(text(calories("{\"weightKilograms\": 100}"), activity))
                .startsWith("Energy: " + kilocalories + " kcal");
    }

    @Test
    void whatCannotBeToldIsSkippedWithAReason() {
        Activity anything = Workouts.lasting(3_600_000L);
        anything.setActivityType("OTHER");

        assertThat(NOTHING_SET.boost(Workouts.steady(3_600, 5, 140)))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "the source gave no energy, and the weight is not set"));
        assertThat(ALL_SET.boost(anything))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "no energy, not enough heart rate and no usual value for this type"
                                        + " of activity"));
        for (Activity activity : List.of(Workouts.bare(), Workouts.lasting(0L))) {
            assertThat(ALL_SET.boost(activity))
                    .isEqualTo(
                            new BoostOutcome.Skipped(
                                    "no energy, not enough heart rate and no duration"));
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        String wrong = "{\"weightKilograms\": 7, \"ageYears\": 30.5, \"sex\": \"x\", \"age\": 3}";

        assertThat(Configured.errors(new CaloriesType(), wrong))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("weightKilograms", "ageYears", "sex", "age");
    }

    private static BoostOutcome energy(double kilocalories, String shown, String from) {
        return BoostOutcome.Added.builder()
                .text("Energy: " + shown + " kcal (" + from + ")")
                .value("energyKilocalories", kilocalories)
                .build();
    }

    private static @Nullable String text(Booster booster, Activity activity) {
        return ((BoostOutcome.Added) booster.boost(activity)).text();
    }

    private static Booster calories(String configuration) {
        return Configured.booster(new CaloriesType(), configuration);
    }
}
