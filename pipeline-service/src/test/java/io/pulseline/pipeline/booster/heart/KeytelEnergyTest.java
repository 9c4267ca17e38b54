package io.pulseline.pipeline.booster.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.pipeline.booster.Workouts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeytelEnergyTest {

    /** Worked out by hand from the equations of the paper, an hour each. */
    @ParameterizedTest(name = "{0} of {1} kg and {2} years at {3} beats: {4} kcal")
    @CsvSource({
        "MALE, 70, 30, 140, 762.85",
        "FEMALE, 60, 30, 140, 528.41",
        "MALE, 90, 50, 120, 696.77",
        "FEMALE, 75, 45, 100, 260.64",
        "MALE, 50, 20, 40, 0",
    })
    void theEnergyFollowsThePaper(Sex sex, double weight, int age, int beats, double kilocalories) {
        HeldHeartRate hour = HeldHeartRate.of(Workouts.steady(3600, 5, beats));

        assertThat(new KeytelEnergy(weight, age, sex).kilocalories(hour))
                .isCloseTo(kilocalories, within(0.01));
    }
}
