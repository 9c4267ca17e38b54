package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.PastActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A goal as it stands on a day.
 *
 * @param label what the user calls it
 * @param first day of the present period, or of the dates that it is for
 * @param last included
 * @param unit of all amounts: km, h, m, or activities
 * @param percent above 100 where more was done
 * @param remaining never below 0
 * @param daysLeft after today; 0 once it is over
 */
public record GoalStanding(
        String label,
        String metric,
        List<String> activityTypes,
        LocalDate first,
        LocalDate last,
        String unit,
        double sum,
        double target,
        double percent,
        double remaining,
        long daysLeft) {

    public GoalStanding {
        activityTypes = List.copyOf(activityTypes);
    }

    /**
     * Of a Goals booster.
     *
     * @param workouts each once, as its pipeline called them; in any order
     * @param today where the user is
     * @return empty if it is another booster
     */
    public static Optional<GoalStanding> of(
            Booster booster, List<PastActivity> workouts, LocalDate today) {
        return booster instanceof Goals goals
                ? Optional.of(of(goals, workouts, today))
                : Optional.empty();
    }

    private static GoalStanding of(Goals goals, List<PastActivity> workouts, LocalDate today) {
        GoalPeriod.Dates dates = goals.period().around(today);
        Progress progress = goals.progress(workouts, today);
        return new GoalStanding(
                goals.label(),
                goals.metric().word(),
                goals.activityTypes(),
                dates.first(),
                dates.last(),
                goals.metric().unit(),
                progress.sum().doubleValue(),
                goals.target(),
                progress.percent(),
                progress.remaining().doubleValue(),
                Math.max(0, progress.daysLeft()));
    }
}
