package io.pulseline.pipeline.booster;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;

/** Days on which something was done, and the streaks they make. */
final class ActiveDays {
    /** 1970-01-01 was a Thursday, three days after a Monday. */
    private static final long MONDAY_OFFSET = 3;

    private static final long DAYS_PER_WEEK = 7;

    /** Days since 1970-01-01. */
    private final long earliest;

    /** By days since the earliest. */
    private final BitSet active = new BitSet();

    private final int restDaysPerWeek;

    /**
     * @param days at least one, in any order
     * @param restDaysPerWeek how many missed days a streak may have in a week from Monday to Sunday
     */
    ActiveDays(Collection<LocalDate> days, int restDaysPerWeek) {
        this.earliest = days.stream().mapToLong(LocalDate::toEpochDay).min().orElseThrow();
        this.restDaysPerWeek = restDaysPerWeek;
        days.forEach(day -> active.set(place(day)));
    }

    private int place(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - earliest);
    }

    private LocalDate day(int place) {
        return LocalDate.ofEpochDay(earliest + place);
    }

    /**
     * The first day of the longest stretch that ends on this active day, begins on one, and in no
     * week misses more days than allowed. Only missed days inside of it count.
     */
    LocalDate firstOfStreakUntil(LocalDate last) {
        return day(firstUntil(place(last)));
    }

    private int firstUntil(int last) {
        int first = last;
        long week = week(last);
        int missed = 0;
        for (int day = last; day >= 0; day--) {
            if (week(day) != week) {
                week = week(day);
                missed = 0;
            }
            if (active.get(day)) {
                first = day;
            } else if (++missed > restDaysPerWeek) {
                break;
            }
        }
        return first;
    }

    private long week(int place) {
        return Math.floorDiv(earliest + place + MONDAY_OFFSET, DAYS_PER_WEEK);
    }

    /** In calendar days: the first, the last and the missed ones included. */
    int streakUntil(LocalDate last) {
        return length(place(last));
    }

    private int length(int last) {
        return last - firstUntil(last) + 1;
    }

    /** The longest of all streaks, counted likewise. */
    int longestStreak() {
        return length(lastOfLongest());
    }

    /** On which it ended; of several that long the earliest. */
    LocalDate lastOfLongestStreak() {
        return day(lastOfLongest());
    }

    private int lastOfLongest() {
        int longest = 0;
        int lastOfLongest = 0;
        for (int last = active.nextSetBit(0); last >= 0; last = active.nextSetBit(last + 1)) {
            int length = length(last);
            if (length > longest) {
                longest = length;
                lastOfLongest = last;
            }
        }
        return lastOfLongest;
    }
}
