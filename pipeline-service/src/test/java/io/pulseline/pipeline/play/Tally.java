package io.pulseline.pipeline.play;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a person has done, added up by hand: sums in whole centimetres and minutes, days counted one
 * by one. Each workout once.
 */
final class Tally {
    private final Map<Integer, Workout> known = new TreeMap<>();

    /** It is there now, or is otherwise than it was. */
    void know(Workout workout) {
        known.put(workout.number(), workout);
    }

    void forget(int number) {
        known.remove(number);
    }

    /** The other device's workout that counts in its place, if that is there. */
    boolean counts(Workout workout) {
        return workout.yieldsTo() == null || !known.containsKey(workout.yieldsTo());
    }

    Workout standingFor(Workout workout) {
        Workout other = workout.yieldsTo() == null ? null : known.get(workout.yieldsTo());
        if (other == null) {
            throw new AssertionError("nothing stands for " + workout.number());
        }
        return other;
    }

    /** Those that count and began before it. */
    List<Workout> before(Workout workout) {
        return known.values().stream()
                .filter(this::counts)
                .filter(one -> one.startedAt().isBefore(workout.startedAt()))
                .toList();
    }

    long before(Workout workout, Predicate<Workout> wanted) {
        return before(workout).stream().filter(wanted).count();
    }

    /** Of those before it and of itself. */
    long centimetres(Workout workout, Predicate<Workout> wanted) {
        return workout.centimetres()
                + before(workout).stream().filter(wanted).mapToLong(Workout::centimetres).sum();
    }

    long minutes(Workout workout, Predicate<Workout> wanted) {
        return workout.minutes()
                + before(workout).stream().filter(wanted).mapToLong(Workout::minutes).sum();
    }

    /** Days in a row that end with the one of the workout. */
    int streak(Workout workout, Predicate<Workout> wanted) {
        return daysInARow(days(workout, wanted), workout.date());
    }

    int longestStreak(Workout workout, Predicate<Workout> wanted) {
        Set<LocalDate> days = days(workout, wanted);
        return days.stream().mapToInt(day -> daysInARow(days, day)).max().orElseThrow();
    }

    private Set<LocalDate> days(Workout workout, Predicate<Workout> wanted) {
        Set<LocalDate> days =
                before(workout).stream()
                        .filter(wanted)
                        .map(Workout::date)
                        .collect(Collectors.toSet());
        days.add(workout.date());
        return days;
    }

    private static int daysInARow(Set<LocalDate> days, LocalDate last) {
        int row = 0;
        for (LocalDate day = last; days.contains(day); day = day.minusDays(1)) {
            row++;
        }
        return row;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(previousOrSame(DayOfWeek.MONDAY));
    }
}
