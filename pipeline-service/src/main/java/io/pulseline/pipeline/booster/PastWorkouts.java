package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Instant;
import java.util.Optional;

/** What boosters that compare an activity with earlier ones have in common. */
final class PastWorkouts {
    private PastWorkouts() {}

    /** When it began; empty where that is not known. */
    static Optional<Instant> start(Activity activity) {
        return Optional.ofNullable(activity.getStartEpochMillis()).map(Instant::ofEpochMilli);
    }

    /**
     * Everything from then on that may be earlier than this activity or the same workout by another
     * device, which may have begun at any time before this one ended.
     *
     * @param activity must have a start
     */
    static Lookup.Activities lookup(Instant from, Activity activity) {
        Instant start = Instant.ofEpochMilli(requireNonNull(activity.getStartEpochMillis()));
        Long elapsed = activity.getElapsedMilliseconds();
        Instant end = start.plusMillis(elapsed == null ? 0 : Math.max(0, elapsed));
        return new Lookup.Activities(from.isBefore(start) ? from : start, end.plusMillis(1));
    }

    /** Why an activity is passed that another one stands for; empty where none does. */
    static Optional<BoostOutcome> countedElsewhere(WorkoutHistory history) {
        return Optional.ofNullable(history.countedInstead()).map(PastWorkouts::passed);
    }

    private static BoostOutcome passed(PastActivity counted) {
        return new BoostOutcome.Skipped(
                "counted with the same workout from " + counted.figures().provider());
    }
}
