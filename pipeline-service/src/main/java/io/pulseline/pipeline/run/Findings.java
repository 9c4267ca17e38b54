package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run notes of its way through the boosters.
 *
 * @param name what it calls its record now; null leaves what it was called: a deletion has no title
 * @param waypoint where to take the way up again when data come; null if none are awaited
 * @param lookAgainAt when to go this way once more even if nothing comes; null for never
 */
record Findings(
        @Nullable RunName name,
        List<BoostStep> steps,
        @Nullable Waypoint waypoint,
        @Nullable Instant lookAgainAt) {
    Findings {
        steps = List.copyOf(steps);
    }

    static Findings of(Boosted boosted) {
        Activity activity = boosted.activity();
        return new Findings(
                activity.getDeleted()
                        ? null
                        : new RunName(activity.getTitle(), activity.getActivityType()),
                boosted.steps(),
                boosted.waypoint(),
                null);
    }

    static Findings of(BoostedSteps boosted) {
        return new Findings(null, boosted.steps(), null, boosted.lookAgainAt());
    }
}
