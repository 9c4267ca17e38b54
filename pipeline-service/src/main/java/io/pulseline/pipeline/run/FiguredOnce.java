package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.PastActivity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the activity at hand, which take milliseconds for a long one: computed once for
 * all boosters that look back, and once more after one that changed what they are made of; a new
 * title costs nothing. For one thread.
 */
final class FiguredOnce {
    private @Nullable Activity last;
    private @Nullable PastActivity figured;

    /** Of that activity, which must have a start. */
    PastActivity of(Activity activity) {
        PastActivity known = figured;
        if (known == null || last == null || !hasSameFigures(activity, last)) {
            known = PastActivity.of(activity);
        } else if (!Objects.equals(activity.getTitle(), last.getTitle())) {
            known = known.called(activity.getTitle());
        }
        last = activity;
        figured = known;
        return known;
    }

    /** As far as boosters change an activity; a series that stayed is the same object. */
    private static boolean hasSameFigures(Activity one, Activity other) {
        return Objects.equals(one.getTrack(), other.getTrack())
                && Objects.equals(one.getHeartRate(), other.getHeartRate())
                && Objects.equals(one.getActivityType(), other.getActivityType());
    }
}
