package io.pulseline.simulator.truth;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A date summed up by somebody who knows nothing of minutes in which the tracker was not worn.
 *
 * @param minutes worn
 * @param millimetres on foot, each minute rounded
 * @param kilocalories all energy; minutes off the wrist count at rest
 * @param efforts worn minutes by effort
 */
public record WornSums(
        int minutes,
        int steps,
        long millimetres,
        int floors,
        double kilocalories,
        Map<LifeDay.Effort, Integer> efforts) {
    private static final int REST = LifeDay.Minute.UNKNOWN.tenthsOfMet();
    private static final double TENTHS_OF_MET_IN_A_DAY = 14_400;

    public WornSums {
        efforts = Map.copyOf(efforts);
    }

    /** Sums of a date that is told whole. */
    static WornSums of(LifeDay day, Life life, Instant now) {
        Body body = life.user().body();
        int minutes = 0;
        int steps = 0;
        long millimetres = 0;
        int floors = 0;
        long tenths = (long) day.length() * REST;
        Map<LifeDay.Effort, Integer> efforts = new EnumMap<>(LifeDay.Effort.class);
        for (int index = 0; index < day.length(); index++) {
            if (day.isWorn(index)) {
                LifeDay.Minute minute = life.restated(day, index, now);
                minutes++;
                steps += minute.steps();
                millimetres += Math.round(minute.steps() * body.strideMetres() * 1000);
                floors += minute.floors();
                tenths += minute.tenthsOfMet() - REST;
                efforts.merge(minute.effort(), 1, Integer::sum);
            }
        }
        double kilocalories = tenths * (body.basalKilocalories() / TENTHS_OF_MET_IN_A_DAY);
        return new WornSums(minutes, steps, millimetres, floors, kilocalories, efforts);
    }

    /** Worn minutes of that effort, 0 if none. */
    public int minutes(LifeDay.Effort effort) {
        return efforts.getOrDefault(effort, 0);
    }
}
