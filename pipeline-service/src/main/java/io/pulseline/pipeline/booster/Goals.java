package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        List<String> activityTypes,
        Background background)
        implements Booster {
    Goals {
        activityTypes = List.copyOf(activityTypes);
    }

    @Override
    public List<Lookup> lookups(Activity activity) {
        return whyNot(activity).isPresent() ? List.of() : List.of(lookup(activity));
    }

    @Override
    public Booster knowing(Background known) {
        return new Goals(label, period, metric, target, activityTypes, known);
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        Optional<String> reason = whyNot(activity);
        if (reason.isPresent()) {
            return new BoostOutcome.Skipped(reason.get());
        }
        WorkoutHistory history = background.workouts(lookup(activity), activity);
        return PastWorkouts.countedElsewhere(history).orElseGet(() -> added(history));
    }

    private Optional<String> whyNot(Activity activity) {
        if (activity.getStartEpochMillis() == null) {
            return Optional.of("no start");
        }
        PastActivity atHand = PastActivity.of(activity);
        if (!isOfType(atHand)) {
            return Optional.of("its type does not count for the goal");
        }
        LocalDate date = atHand.localDate();
        if (!period.around(date).contains(date)) {
            return Optional.of("not in the time of the goal");
        }
        return metric.of(atHand.figures()) > 0
                ? Optional.empty()
                : Optional.of("nothing that counts for the goal");
    }

    private boolean isOfType(PastActivity activity) {
        return activityTypes.isEmpty() || activityTypes.contains(activity.activityType());
    }

    private Lookup.Activities lookup(Activity activity) {
        PastActivity atHand = PastActivity.of(activity);
        LocalDate first = period.around(atHand.localDate()).first();
        return UntilNow.lookup(UntilNow.beginningOf(first), atHand);
    }

    private BoostOutcome added(WorkoutHistory history) {
        LocalDate date = history.current().localDate();
        GoalPeriod.Dates dates = period.around(date);
        double sum =
                UntilNow.workouts(history).stream()
                        .filter(this::isOfType)
                        .filter(one -> dates.contains(one.localDate()))
                        .mapToDouble(one -> metric.of(one.figures()))
                        .sum();
        Progress progress =
                new Progress(
                        metric,
                        Tenths.amount(sum, metric.partsOfUnit()),
                        BigDecimal.valueOf(target),
                        dates.daysAfter(date));
        return BoostOutcome.Added.builder()
                .text(label + ": " + progress.text())
                .value("sum" + metric.suffix(), progress.sum().doubleValue())
                .value("percent", progress.percent())
                .value("remaining" + metric.suffix(), progress.remaining().doubleValue())
                .value("daysLeft", (double) progress.daysLeft())
                .build();
    }
}
