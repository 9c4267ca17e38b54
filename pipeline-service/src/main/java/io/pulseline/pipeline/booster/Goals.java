package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How much of a goal has been reached with the activity at hand, in the period of its local date.
 * It is summed anew each time, from the workouts up to that one.
 *
 * @param label what the user calls it
 * @param target above 0, in the unit of the metric
 * @param activityTypes that count; none for any
 */
record Goals(
        String label,
        GoalPeriod period,
        GoalMetric metric,
        double target,
        List<String> activityTypes)
        implements AskingBooster {
    Goals {
        activityTypes = List.copyOf(activityTypes);
    }

    @Override
    public Question question(Activity activity) {
        return AtHand.ask(activity, this::question);
    }

    private Question question(AtHand atHand) {
        if (!isOfType(atHand.activityType())) {
            return Question.skipped("its type does not count for the goal");
        }
        LocalDate date = atHand.localDate();
        GoalPeriod.Dates dates = period.around(date);
        return dates.contains(date)
                ? atHand.workouts(atHand.since(dates.first()), this::added)
                : Question.skipped("not in the time of the goal");
    }

    private boolean isOfType(String activityType) {
        return activityTypes.isEmpty() || activityTypes.contains(activityType);
    }

    private BoostOutcome added(WorkoutHistory history) {
        if (metric.of(history.current().figures()) <= 0) {
            return new BoostOutcome.Skipped("nothing that counts for the goal");
        }
        Progress progress = progress(history.untilCurrent(), history.current().localDate());
        return BoostOutcome.Added.builder()
                .text(label + ": " + progress.text())
                .value("sum" + metric.suffix(), progress.sum().doubleValue())
                .value("percent", progress.percent())
                .value("remaining" + metric.suffix(), progress.remaining().doubleValue())
                .value("daysLeft", (double) progress.daysLeft())
                .build();
    }

    /** As it stands on that date, with these workouts in whatever period. */
    Progress progress(List<PastActivity> workouts, LocalDate date) {
        GoalPeriod.Dates dates = period.around(date);
        double sum =
                workouts.stream()
                        .filter(one -> isOfType(one.activityType()))
                        .filter(one -> dates.contains(one.localDate()))
                        .mapToDouble(one -> metric.of(one.figures()))
                        .sum();
        return new Progress(
                metric,
                Tenths.amount(sum, metric.partsOfUnit()),
                BigDecimal.valueOf(target),
                dates.daysAfter(date));
    }
}
