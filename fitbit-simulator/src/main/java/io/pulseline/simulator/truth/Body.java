package io.pulseline.simulator.truth;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A body's constants.
 *
 * @param heightCentimetres 155 to 195
 * @param weightKilograms 52 to 95
 * @param restingHeartRate beats per minute, 50 to 68
 * @param maximumHeartRate beats per minute, 220 minus the age at the time of creation
 */
public record Body(
        LocalDate born,
        int heightCentimetres,
        double weightKilograms,
        int restingHeartRate,
        int maximumHeartRate) {

    /** Energy at rest in a day of 24 hours. */
    public int basalKilocalories() {
        return (int) Math.round(10 * weightKilograms + 6.25 * heightCentimetres - 250);
    }

    /** One step on foot. */
    public double strideMetres() {
        return heightCentimetres * 0.00414;
    }

    static Body seeded(long seed, LocalDate today) {
        SplittableRandom random = Seeds.random(seed, 1);
        int age = random.nextInt(22, 58);
        return new Body(
                today.minusYears(age).minusDays(random.nextInt(1, 300)),
                random.nextInt(155, 196),
                random.nextInt(520, 951) / 10.0,
                random.nextInt(50, 69),
                220 - age);
    }
}
