package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dates of a life, written when they are first asked for. Plans and activities are kept, the
 * minutes and heartbeats of a few dates only: they can be written anew at any time.
 */
final class LifeBook {
    /** What a tracker needs to save an activity; its last heartbeat is told with it then. */
    static final Duration SAVING = Duration.ofSeconds(5);

    private static final int KEPT_DAYS = 6;

    private final LifePlan life;
    private final DayPlanner planner;
    private final Map<LocalDate, DayPlan> plans = new HashMap<>();
    private final Map<LocalDate, List<SimulatedActivity>> activities = new HashMap<>();
    private final Map<LocalDate, LifeDay> days =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<LocalDate, LifeDay> eldest) {
                    return size() > KEPT_DAYS;
                }
            };

    LifeBook(LifePlan life) {
        this.life = life;
        planner = new DayPlanner(life);
    }

    synchronized DayPlan plan(LocalDate date) {
        DayPlan known = plans.get(date);
        if (known == null) {
            known = planner.plan(date);
            plans.put(date, known);
        }
        return known;
    }

    /**
     * The activities that began on a date, as recorded.
     *
     * @param syncs says when they were told, which is when they were last modified
     */
    synchronized List<SimulatedActivity> activities(LocalDate date, SyncPlan syncs) {
        List<SimulatedActivity> known = activities.get(date);
        if (known == null) {
            known = perform(date, syncs);
            activities.put(date, known);
        }
        return known;
    }

    synchronized LifeDay day(LocalDate date, SyncPlan syncs) {
        LifeDay known = days.get(date);
        if (known == null) {
            known =
                    new LifeDayWriter(
                                    life,
                                    plan(date),
                                    plan(date.plusDays(1)).night(),
                                    activities(date, syncs))
                            .write();
            days.put(date, known);
        }
        return known;
    }

    private List<SimulatedActivity> perform(LocalDate date, SyncPlan syncs) {
        SimulatedUser there = life.user().in(life.whereabouts().zoneOn(date));
        List<SimulatedActivity> performed = new ArrayList<>();
        for (ActivityPlan plan : plan(date).activities()) {
            Instant end = plan.end() == null ? life.end() : plan.end();
            Instant told = syncs.bringing(end.plus(SAVING));
            int ordinal = (int) date.toEpochDay() * 2 + performed.size();
            performed.add(Performance.of(there, plan, ordinal, told == null ? life.end() : told));
        }
        return List.copyOf(performed);
    }
}
