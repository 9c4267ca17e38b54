package io.pulseline.pipeline.booster.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.Workouts;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BanisterLoadTest {

    /** Worked out by hand: minutes times r times a times e to the b times r. */
    @ParameterizedTest(name = "{0}, {1} minutes at {2} beats: {3}")
    @CsvSource({
        "MALE, 60, 120, 50.145",
        "FEMALE, 60, 120, 59.464",
        "MALE, 60, 180, 261.925",
        "FEMALE, 60, 180, 274.108",
        "MALE, 30, 150, 60.778",
        "MALE, 60, 60, 0",
        "MALE, 60, 50, 0",
        "MALE, 60, 210, 261.925",
    })
    void theLoadFollowsThePaper(Sex sex, int minutes, int beats, double load) {
        Activity activity = Workouts.steady(minutes * 60, 1, beats);

        assertThat(new BanisterLoad(60, 180, sex).of(HeldHeartRate.of(activity)))
                .isCloseTo(load, within(0.001));
    }

    @Test
    void theLoadIsTheSameHoweverOftenTheHeartIsRead() {
        BanisterLoad load = new BanisterLoad(60, 180, Sex.MALE);

        double everySecond = load.of(HeldHeartRate.of(Workouts.steady(3600, 1, 140)));
        double everyMinute = load.of(HeldHeartRate.of(Workouts.steady(3600, 60, 140)));

        assertThat(everyMinute).isCloseTo(everySecond, within(1e-6));
    }

    @Test
    void timeBetweenSamplesWeighsThem() {
        Activity mostlyHard = Workouts.lasting(60_000L);
        mostlyHard.setHeartRate(Workouts.samples(List.of(0, 1, 2, 3), 100, 100, 100, 170));
        Activity hard = Workouts.lasting(57_000L);
        hard.setHeartRate(Workouts.samples(List.of(0), 170));
        BanisterLoad load = new BanisterLoad(60, 180, Sex.MALE);

        assertThat(load.of(HeldHeartRate.of(mostlyHard)))
                .isCloseTo(load.of(HeldHeartRate.of(hard)), within(0.05));
    }

    @Test
    void aGapOfTenMinutesIsNoLoad() {
        Activity gap = Workouts.lasting(720_000L);
        gap.setHeartRate(Workouts.samples(List.of(0, 60, 660), 140, 140, 140));
        Activity twoMinutes = Workouts.steady(120, 60, 140);
        BanisterLoad load = new BanisterLoad(60, 180, Sex.MALE);

        assertThat(load.of(HeldHeartRate.of(gap)))
                .isCloseTo(load.of(HeldHeartRate.of(twoMinutes)), within(1e-9));
    }

    @Test
    void theOrderOfTheBeatsDoesNotMatter() {
        BanisterLoad load = new BanisterLoad(60, 180, Sex.FEMALE);
        Activity easyThenHard = Workouts.lasting(60_000L);
        easyThenHard.setHeartRate(Workouts.samples(List.of(0, 20), 110, 165));

        assertThat(load.of(Map.of(165, 40.0, 110, 20.0)))
                .isCloseTo(load.of(HeldHeartRate.of(easyThenHard)), within(1e-9));
        assertThat(load.of(Map.of())).isZero();
    }

    @Property
    void moreBeatsAreNeverLessLoad(
            @ForAll @IntRange(min = 30, max = 220) int beats, @ForAll Sex sex) {
        BanisterLoad load = new BanisterLoad(60, 180, sex);

        assertThat(load.of(HeldHeartRate.of(Workouts.steady(60, 60, beats + 1))))
                .isGreaterThanOrEqualTo(load.of(HeldHeartRate.of(Workouts.steady(60, 60, beats))));
    }

    @Test
    void restMustLieBelowTheMaximum() {
        assertThatThrownBy(() -> new BanisterLoad(120, 120, Sex.FEMALE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
