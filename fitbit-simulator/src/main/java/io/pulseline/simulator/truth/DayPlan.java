package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person does on one local date.
 *
 * @param night the sleep that ended on it; null when none was recorded
 * @param nap null when there was none
 * @param unworn when the tracker lay somewhere else
 * @param strolls walks too short to be an activity
 * @param activities with their ends set, by time
 */
record DayPlan(
        LocalDate date,
        @Nullable Sleep night,
        @Nullable Sleep nap,
        List<Span> unworn,
        List<Stroll> strolls,
        List<ActivityPlan> activities) {
    DayPlan {
        unworn = List.copyOf(unworn);
        strolls = List.copyOf(strolls);
        activities = List.copyOf(activities);
    }

    /** Some minutes of walking and perhaps stairs at their end. */
    record Stroll(Instant start, int minutes, int stepsPerMinute, int floors) {}

    boolean isWornAt(Instant at) {
        return unworn.stream().noneMatch(span -> span.contains(at));
    }

    static boolean isIn(@Nullable Sleep sleep, Instant at) {
        return sleep != null && !at.isBefore(sleep.start()) && at.isBefore(sleep.end());
    }
}
