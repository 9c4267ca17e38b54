package io.pulseline.simulator.truth;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * A date summed up, as far as the tracker has told.
 *
 * @param elapsedMinutes of the date; energy at rest counts for all of them
 * @param distanceMetres on foot, in tens
 * @param energyKilocalories all energy
 * @param activityKilocalories the energy of the minutes that were not still
 * @param stillMinutes of the day, without those in bed
 */
public record DaySums(
        LocalDate date,
        int elapsedMinutes,
        int steps,
        double distanceMetres,
        int floors,
        int energyKilocalories,
        int basalKilocalories,
        int activityKilocalories,
        int stillMinutes,
        int lightMinutes,
        int fairMinutes,
        int veryMinutes,
        ZoneMinutes zones) {
    /** A floor of a floor counter. */
    public static final double METRES_PER_FLOOR = 3.048;

    /** Sums of the minutes before {@code told}; those before {@code elapsed} count as still. */
    static DaySums of(LifeDay day, int told, int elapsed, Body body, ZoneMinutes zones) {
        int steps = 0;
        int floors = 0;
        int mets = 0;
        int activeMets = 0;
        Map<LifeDay.Effort, Integer> efforts = new EnumMap<>(LifeDay.Effort.class);
        for (int index = 0; index < Math.max(told, elapsed); index++) {
            LifeDay.Minute minute = index < told ? day.minute(index) : LifeDay.Minute.UNKNOWN;
            steps += minute.steps();
            floors += minute.floors();
            mets += minute.tenthsOfMet();
            efforts.merge(minute.effort(), 1, Integer::sum);
            if (minute.effort().isActive()) {
                activeMets += minute.tenthsOfMet();
            }
        }
        double perTenth = body.basalKilocalories() / 14_400.0;
        return new DaySums(
                day.date(),
                elapsed,
                steps,
                10.0 * Math.round(steps * body.strideMetres() / 10),
                floors,
                (int) Math.round(mets * perTenth),
                (int) Math.round(elapsed * 10 * perTenth),
                (int) Math.round(activeMets * perTenth),
                efforts.getOrDefault(LifeDay.Effort.STILL, 0),
                efforts.getOrDefault(LifeDay.Effort.LIGHT, 0),
                efforts.getOrDefault(LifeDay.Effort.FAIR, 0),
                efforts.getOrDefault(LifeDay.Effort.VERY, 0),
                zones);
    }

    public double elevationMetres() {
        return Math.round(floors * METRES_PER_FLOOR * 1000) / 1000.0;
    }
}
