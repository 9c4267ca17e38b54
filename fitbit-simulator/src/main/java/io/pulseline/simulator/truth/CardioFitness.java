package io.pulseline.simulator.truth;

import java.time.LocalDate;

/**
 * Millilitres of oxygen per kilogram and minute.
 *
 * @param to equal to {@code from} for somebody who runs with positions, and so is known exactly
 */
public record CardioFitness(int from, int to) {
    static CardioFitness seeded(long seed, LocalDate date) {
        int level = 33 + (int) Math.floorMod(Seeds.mix(seed, 46), 18L);
        int drift = (int) Math.floorMod(Seeds.mix(seed, 47, date.toEpochDay() / 5), 3L);
        boolean isExact = Math.floorMod(Seeds.mix(seed, 48), 3L) == 0;
        return new CardioFitness(level + drift, level + drift + (isExact ? 0 : 4));
    }
}
