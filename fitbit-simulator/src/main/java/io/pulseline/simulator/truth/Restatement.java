package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A date whose steps the service counts anew when it has long been told. Only Google tells it so.
 *
 * @param at from when on the new count holds
 */
public record Restatement(LocalDate date, Instant at) {
    /** The minute as it is told at that time: a minute with steps has one more afterwards. */
    LifeDay.Minute about(LocalDate its, LifeDay.Minute minute, Instant now) {
        boolean isChanged = its.equals(date) && !now.isBefore(at) && minute.steps() > 0;
        return isChanged ? minute.with(minute.steps() + 1) : minute;
    }
}
