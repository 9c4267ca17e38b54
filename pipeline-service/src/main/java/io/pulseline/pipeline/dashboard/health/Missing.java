package io.pulseline.pipeline.dashboard.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Dates, one after the other, without a measurement.
 *
 * @param last inclusive
 * @param came whether a record came for each of them, without the measurement
 */
record Missing(LocalDate first, LocalDate last, boolean came) {
    /** Of these dates, which follow each other. */
    static List<Missing> of(
            List<LocalDate> dates, Predicate<LocalDate> measured, Predicate<LocalDate> came) {
        List<Missing> all = new ArrayList<>();
        for (LocalDate date : dates) {
            if (measured.test(date)) {
                continue;
            }
            boolean its = came.test(date);
            Missing before = all.isEmpty() ? null : all.getLast();
            if (before != null && before.came() == its && before.last().plusDays(1).equals(date)) {
                all.set(all.size() - 1, new Missing(before.first(), date, its));
            } else {
                all.add(new Missing(date, date, its));
            }
        }
        return all;
    }

    boolean isOneDay() {
        return first.equals(last);
    }
}
