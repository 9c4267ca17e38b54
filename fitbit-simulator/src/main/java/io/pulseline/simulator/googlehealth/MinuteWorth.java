package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.LifeDay;
import org.jspecify.annotations.Nullable;

/** What a worn minute is worth in each unit. */
final class MinuteWorth {
    /** Tenths of the metabolic equivalent at rest. */
    static final int REST = 10;

    private static final double TENTHS_OF_MET_IN_A_DAY = 14_400;

    private MinuteWorth() {}

    static long millimetres(PersonData person, WornMinute minute) {
        return Math.round(minute.felt().steps() * person.user().body().strideMetres() * 1000);
    }

    static long climbedMillimetres(WornMinute minute) {
        return Math.round(minute.felt().floors() * DaySums.METRES_PER_FLOOR * 1000);
    }

    /** Beyond rest, of minutes that were not still. */
    static double activeKilocalories(PersonData person, WornMinute minute) {
        return level(minute.felt().effort()) == null
                ? 0
                : (minute.felt().tenthsOfMet() - REST) * perTenth(person);
    }

    /** Kilocalories of a minute for each tenth of its metabolic equivalent. */
    static double perTenth(PersonData person) {
        return person.user().body().basalKilocalories() / TENTHS_OF_MET_IN_A_DAY;
    }

    /** Google's word for the effort; null for a minute that was not active. */
    static @Nullable String level(LifeDay.Effort effort) {
        return switch (effort) {
            case IN_BED, STILL -> null;
            case LIGHT -> "LIGHT";
            case FAIR -> "MODERATE";
            case VERY -> "VIGOROUS";
        };
    }
}
