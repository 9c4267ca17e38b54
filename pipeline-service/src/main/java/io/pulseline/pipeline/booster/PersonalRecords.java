package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import io.pulseline.pipeline.booster.series.BestEfforts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was done better than in all earlier activities of the same {@linkplain RecordGroup group}.
 * Nothing is stored: an activity that comes late is judged by what was before it, and one that is
 * deleted holds no record.
 *
 * @param celebrateInTitle whether a record puts a sign before the title; a first time does not
 * @param firstTimes whether the longest distance covered for the first time is told
 */
record PersonalRecords(boolean celebrateInTitle, boolean firstTimes) implements AskingBooster {
    private static final String CELEBRATION = "🎉 ";

    @Override
    public Question question(Activity activity) {
        return AtHand.of(activity)
                .flatMap(atHand ->
                        RecordGroup.of(atHand.activityType()).map(group -> question(atHand, group)))
                .orElseGet(() -> Question.skipped("only runs and rides with a start have records"));
    }

    private Question question(AtHand atHand, RecordGroup group) {
        return atHand.workouts(atHand.since(Instant.EPOCH), history -> compared(history, group));
    }

    private BoostOutcome compared(WorkoutHistory history, RecordGroup group) {
        PastActivity current = history.current();
        List<ActivityFigures> earlier =
                history.before().stream()
                        .filter(past -> group.has(past.activityType()))
                        .map(PastActivity::figures)
                        .toList();
        BrokenRecords broken = BrokenRecords.of(current.figures(), earlier);
        Optional<Integer> first =
                firstTimes
                        ? firstCovered(current.activityType(), current.figures(), earlier)
                        : Optional.empty();
        if (broken.isEmpty() && first.isEmpty()) {
            return new BoostOutcome.Skipped("no record");
        }
        return BoostOutcome.Added.builder()
                .title(broken.isEmpty() ? null : celebrated(current.title()))
                .text(text(broken, group, first))
                .values(broken.values())
                .build();
    }

    private @Nullable String celebrated(@Nullable String title) {
        return celebrateInTitle && title != null && !title.startsWith(CELEBRATION)
                ? CELEBRATION + title
                : null;
    }

    private static String text(BrokenRecords broken, RecordGroup group, Optional<Integer> first) {
        List<String> lines = broken.lines(group);
        first.ifPresent(metres -> lines.add("First time over " + StandardDistance.name(metres)));
        return String.join("\n", lines);
    }

    /** The longest one only: whoever runs 10 km for the first time knows about the 5 km. */
    private static Optional<Integer> firstCovered(
            String activityType, ActivityFigures current, List<ActivityFigures> earlier) {
        return BestEfforts.distances(activityType).entrySet().stream()
                .filter(distance -> covers(current, distance.getKey(), distance.getValue()))
                .filter(distance ->
                        earlier.stream()
                                .noneMatch(past ->
                                        covers(past, distance.getKey(), distance.getValue())))
                .map(Map.Entry::getKey)
                .reduce((_, longer) -> longer);
    }

    /** Also where no track tells how fast. */
    private static boolean covers(ActivityFigures figures, Integer rounded, double metres) {
        Double distance = figures.distanceMetres();
        return figures.bestEffortSeconds().containsKey(rounded)
                || (distance != null && distance >= metres);
    }
}
