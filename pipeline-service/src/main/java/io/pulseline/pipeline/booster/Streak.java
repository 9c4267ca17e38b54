package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * For how many days in a row the user has been active, up to the day of the activity at hand. A day
 * is the local date where the user was.
 *
 * <p>It is counted anew from the last {@value #LOOK_BACK_DAYS} days each time: a whole year and a
 * month, so that an anniversary is told and one question stays small. A longer streak is told as
 * one of {@value #LOOK_BACK_DAYS} days.
 *
 * @param activityTypes that count; none for any
 * @param minimumDurationMinutes from start to end, pauses included; 0 for any, also an unknown one
 * @param restDaysPerWeek how many days in a week from Monday to Sunday may be missed
 */
record Streak(List<String> activityTypes, int minimumDurationMinutes, int restDaysPerWeek)
        implements AskingBooster {
    static final int LOOK_BACK_DAYS = 400;
    private static final long SECONDS_PER_MINUTE = 60;

    Streak {
        activityTypes = List.copyOf(activityTypes);
    }

    @Override
    public Question question(Activity activity) {
        return AtHand.ask(activity, this::question);
    }

    private Question question(AtHand atHand) {
        return whyNot(atHand.activityType(), atHand.duration())
                .map(Question::skipped)
                .orElseGet(() ->
                        atHand.workouts(atHand.since(firstDay(atHand.localDate())), this::added));
    }

    private Optional<String> whyNot(String activityType, Duration duration) {
        if (!activityTypes.isEmpty() && !activityTypes.contains(activityType)) {
            return Optional.of("its type does not count for the streak");
        }
        return duration.toSeconds() < minimumDurationMinutes * SECONDS_PER_MINUTE
                ? Optional.of("too short to count for the streak")
                : Optional.empty();
    }

    boolean counts(PastActivity activity) {
        return whyNot(activity.activityType(), activity.duration()).isEmpty();
    }

    static LocalDate firstDay(LocalDate last) {
        return last.minusDays(LOOK_BACK_DAYS - 1L);
    }

    private BoostOutcome added(WorkoutHistory history) {
        LocalDate last = history.current().localDate();
        // After a flight across the date line an earlier workout may have the later date.
        List<LocalDate> days =
                history.untilCurrent().stream()
                        .filter(this::counts)
                        .map(PastActivity::localDate)
                        .filter(day -> !day.isBefore(firstDay(last)) && !day.isAfter(last))
                        .toList();
        ActiveDays active = new ActiveDays(days, restDaysPerWeek);
        int current = active.streakUntil(last);
        int longest = active.longestStreak();
        return BoostOutcome.Added.builder()
                .text(text(current, longest))
                .value("currentDays", current)
                .value("longestDays", longest)
                .build();
    }

    private static String text(int current, int longest) {
        String text = "Streak: " + current + (current == 1 ? " day" : " days");
        if (longest == 1) {
            return text;
        }
        return current == longest
                ? text + ", the longest of the last " + LOOK_BACK_DAYS + " days"
                : text + " (longest of the last " + LOOK_BACK_DAYS + " days: " + longest + ")";
    }
}
