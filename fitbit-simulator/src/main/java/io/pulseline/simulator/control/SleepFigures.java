package io.pulseline.simulator.control;

import io.pulseline.simulator.truth.Sleep;
import java.util.Map;

/**
 * What a provider works out of a sleep.
 *
 * @param totals in the order in which the stages are told
 * @param isMain whether it is the sleep of its date
 */
record SleepFigures(
        Map<Sleep.Stage, Sleep.Total> totals,
        int asleepMinutes,
        int efficiencyPercent,
        boolean isMain) {
    /** As the tracker and Fitbit have it. */
    static SleepFigures of(Sleep sleep) {
        return new SleepFigures(
                sleep.totals(), sleep.asleepMinutes(), sleep.efficiencyPercent(), sleep.isMain());
    }
}
