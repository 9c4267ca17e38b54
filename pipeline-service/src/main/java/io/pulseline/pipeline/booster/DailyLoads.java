package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.heart.BanisterLoad;
import io.pulseline.pipeline.booster.past.PastActivity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The load of each local date up to that of a workout, and its exponentially weighted moving
 * averages: with every day each earlier one weighs less by the factor 1 - λ, where λ = 2 / (N + 1)
 * for N days. Source: Williams et al., Better way to determine the acute:chronic workload ratio?,
 * Br J Sports Med 2017;51:209–210.
 *
 * <p>There the first day stands for all before it. Here the weights of the days that are known are
 * scaled to 1 instead: then an even load has an even average from the first day on, and the ratio
 * is not too high for everybody who has just begun.
 */
final class DailyLoads {
    private static final int ACUTE_DAYS = 7;
    private static final int CHRONIC_DAYS = 28;

    /** In TRIMP by date; has at least the last date. */
    private final SortedMap<LocalDate, Double> loads;

    private final LocalDate last;

    private DailyLoads(SortedMap<LocalDate, Double> loads, LocalDate last) {
        this.loads = loads;
        this.last = last;
    }

    /**
     * Of those workouts that have heart rate.
     *
     * @param current on the last date
     * @param before all earlier than it; those of before the first date do not count
     */
    static DailyLoads of(
            PastActivity current, List<PastActivity> before, LocalDate first, BanisterLoad load) {
        SortedMap<LocalDate, Double> loads = new TreeMap<>();
        LocalDate last = current.localDate();
        loads.put(last, load.of(current.figures().heartRateSeconds()));
        for (PastActivity past : before) {
            LocalDate date = past.localDate();
            if (!date.isBefore(first) && !past.figures().heartRateSeconds().isEmpty()) {
                // Who flies east over the date line trains tomorrow and then today.
                loads.merge(
                        date.isAfter(last) ? last : date,
                        load.of(past.figures().heartRateSeconds()),
                        Double::sum);
            }
        }
        return new DailyLoads(loads, last);
    }

    /** Days from the first workout to this one, both included. */
    long knownDays() {
        return ChronoUnit.DAYS.between(loads.firstKey(), last) + 1;
    }

    /** In TRIMP a day. */
    double acute() {
        return average(ACUTE_DAYS);
    }

    /** In TRIMP a day. */
    double chronic() {
        return average(CHRONIC_DAYS);
    }

    /** Acute by chronic; empty where the heart never rose above rest. */
    OptionalDouble ratio() {
        double chronic = chronic();
        return chronic > 0 ? OptionalDouble.of(acute() / chronic) : OptionalDouble.empty();
    }

    private double average(int days) {
        double lambda = 2.0 / (days + 1);
        double average = 0;
        double weights = 0;
        LocalDate end = last.plusDays(1);
        for (LocalDate date = loads.firstKey(); date.isBefore(end); date = date.plusDays(1)) {
            average = lambda * loads.getOrDefault(date, 0.0) + (1 - lambda) * average;
            weights = lambda + (1 - lambda) * weights;
        }
        return average / weights;
    }
}
