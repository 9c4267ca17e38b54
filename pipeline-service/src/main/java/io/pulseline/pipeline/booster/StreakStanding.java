package io.pulseline.pipeline.booster;

import static java.time.temporal.ChronoUnit.DAYS;

import io.pulseline.pipeline.booster.past.PastActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A streak as it stands on a day. It goes on until a day has passed that breaks it.
 *
 * @param current what a workout of today would continue, or has continued; null where nothing
 * @param longest of the days that are looked at; null where nothing was done
 * @param lookBackDays how many days are looked at, today included
 */
public record StreakStanding(@Nullable Days current, @Nullable Days longest, int lookBackDays) {

    /**
     * A stretch of days, missed ones that are allowed included.
     *
     * @param first with a workout
     * @param last with a workout
     */
    public record Days(int days, LocalDate first, LocalDate last) {
        private static Days of(LocalDate first, LocalDate last) {
            return new Days(Math.toIntExact(DAYS.between(first, last)) + 1, first, last);
        }
    }

    /**
     * What a Streak booster would count.
     *
     * @param workouts each once, in any order
     * @param today where the user is
     * @return empty if it is another booster
     */
    public static Optional<StreakStanding> of(
            Booster booster, List<PastActivity> workouts, LocalDate today) {
        return booster instanceof Streak streak
                ? Optional.of(of(streak, workouts, today))
                : Optional.empty();
    }

    private static StreakStanding of(Streak streak, List<PastActivity> workouts, LocalDate today) {
        Set<LocalDate> days =
                workouts.stream()
                        .filter(streak::counts)
                        .map(PastActivity::localDate)
                        .filter(day -> !day.isBefore(Streak.firstDay(today)))
                        .filter(day -> !day.isAfter(today))
                        .collect(Collectors.toSet());
        if (days.isEmpty()) {
            return new StreakStanding(null, null, Streak.LOOK_BACK_DAYS);
        }
        ActiveDays active = new ActiveDays(days, streak.restDaysPerWeek());
        LocalDate longestLast = active.lastOfLongestStreak();
        return new StreakStanding(
                current(days, streak.restDaysPerWeek(), today),
                Days.of(active.firstOfStreakUntil(longestLast), longestLast),
                Streak.LOOK_BACK_DAYS);
    }

    /** What a workout of today would continue; today itself need not have one yet. */
    private static @Nullable Days current(
            Set<LocalDate> days, int restDaysPerWeek, LocalDate today) {
        List<LocalDate> withToday = Stream.concat(days.stream(), Stream.of(today)).toList();
        LocalDate first = new ActiveDays(withToday, restDaysPerWeek).firstOfStreakUntil(today);
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        return first.isAfter(last) ? null : Days.of(first, last);
    }
}
