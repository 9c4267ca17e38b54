package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.LocalOffset;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The activity at hand, as boosters that look back begin with it: what can be told without a look
 * at its series. Whatever began after it is not asked for, so that an activity that is imported
 * late, or sent through once more, gets what it would have got in time.
 */
record AtHand(Activity activity, Instant start) {
    static final String LEFT_OUT = "left out by its user";

    /** Empty where its start is not known. */
    static Optional<AtHand> of(Activity activity) {
        return Optional.ofNullable(activity.getStartEpochMillis())
                .map(start -> new AtHand(activity, Instant.ofEpochMilli(start)));
    }

    /** What is asked of it; skipped where its start is not known. */
    static Question ask(Activity activity, Function<AtHand, Question> question) {
        return of(activity).map(question).orElseGet(() -> Question.skipped("no start"));
    }

    String activityType() {
        return activity.getActivityType();
    }

    /** Start to end, pauses included; zero where it is not known. */
    Duration duration() {
        Long elapsed = activity.getElapsedMilliseconds();
        return Duration.ofMillis(elapsed == null ? 0 : Math.max(0, elapsed));
    }

    /** Of its start, where the user was; by UTC where the offset is not known. */
    LocalDate localDate() {
        return start.atOffset(LocalOffset.of(activity.getStartOffsetSeconds())).toLocalDate();
    }

    /**
     * Everything from then on that may be earlier than this activity or the same workout. It
     * reaches to the end of this one, not to its start: another device may have begun a little
     * later.
     */
    Lookup.Activities since(Instant from) {
        return new Lookup.Activities(
                from.isBefore(start) ? from : start, start.plus(duration()).plusMillis(1));
    }

    /** The same from the first instant on that has that date anywhere, whatever the offset. */
    Lookup.Activities since(LocalDate first) {
        return since(first.atStartOfDay().toInstant(ZoneOffset.MAX));
    }

    /**
     * Asks for those workouts; passes this activity where another one stands for the same workout,
     * or its user leaves it out.
     *
     * @param outcome of history in which this activity counts itself
     */
    Question workouts(Lookup.Activities asked, Function<WorkoutHistory, BoostOutcome> outcome) {
        return new Question(List.of(asked), background -> counted(background, asked, outcome));
    }

    /** The same of a background that knows the answer. */
    BoostOutcome counted(
            Background background,
            Lookup.Activities asked,
            Function<WorkoutHistory, BoostOutcome> outcome) {
        if (!background.correction().counts()) {
            return new BoostOutcome.Skipped(LEFT_OUT);
        }
        WorkoutHistory history = background.workouts(asked, activity);
        PastActivity instead = history.countedInstead();
        return instead == null
                ? outcome.apply(history)
                : new BoostOutcome.Skipped(
                        "counted with the same workout from " + instead.figures().provider());
    }
}
