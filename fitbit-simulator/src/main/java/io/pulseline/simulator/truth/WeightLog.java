package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A weight as a scale or the person told it.
 *
 * @param at the moment it is told for; of a typed one the last second of its date
 * @param toldAt when it can be seen
 * @param bodyFatPercent null without a scale
 * @param teller the scale's name, or API
 */
public record WeightLog(
        LocalDate date,
        Instant at,
        Instant toldAt,
        double kilograms,
        double bodyMassIndex,
        @Nullable Double bodyFatPercent,
        String teller) {

    /** The teller of what was typed. */
    public static final String TYPED = "API";

    public long logId() {
        return at.toEpochMilli();
    }
}
