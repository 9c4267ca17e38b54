package io.pulseline.pipeline.booster;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** Days on which something was done, and the streaks they make. */
final class ActiveDays {
    private final TreeSet<LocalDate> days;
    private final int restDaysPerWeek;

    /**
     * @param days at least one, in any order
     * @param restDaysPerWeek how many missed days a streak may have in a week from Monday to Sunday
     */
    ActiveDays(Collection<LocalDate> days, int restDaysPerWeek) {
        this.days = new TreeSet<>(days);
        this.restDaysPerWeek = restDaysPerWeek;
    }

    /**
     * The first day of the longest stretch that ends on this active day, begins on one, and in no
     * week misses more days than allowed. Only missed days inside of it count.
     */
    LocalDate firstOfStreakUntil(LocalDate last) {
        LocalDate first = last;
        LocalDate week = monday(last);
        int missed = 0;
        for (LocalDate day = last; !day.isBefore(days.first()); day = day.minusDays(1)) {
            if (!monday(day).equals(week)) {
                week = monday(day);
                missed = 0;
            }
            if (days.contains(day)) {
                first = day;
            } else if (++missed > restDaysPerWeek) {
                break;
            }
        }
        return first;
    }

    /** In calendar days: the first, the last and the missed ones included. */
    int streakUntil(LocalDate last) {
        return Math.toIntExact(DAYS.between(firstOfStreakUntil(last), last)) + 1;
    }

    /** The longest of all streaks, counted likewise. */
    int longestStreak() {
        return streakUntil(lastOfLongestStreak());
    }

    /** On which it ended; of several that long the earliest. */
    LocalDate lastOfLongestStreak() {
        return days.stream().max(Comparator.comparingInt(this::streakUntil)).orElseThrow();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(previousOrSame(DayOfWeek.MONDAY));
    }
}
