package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import java.util.Map;

/**
 * An activity as read from one payload.
 *
 * @param activity complete, with id, revision and hash
 * @param oddities what was left out or settled by a rule on the way
 */
public record MappedActivity(Activity activity, Map<Oddity, Integer> oddities) {
    public MappedActivity {
        oddities = Map.copyOf(oddities);
    }

    /**
     * When the thing that the record tells of happened: the end of the activity, because only then
     * was there something to tell; its start if the source gives no duration; the capture time for
     * one that has vanished, because its own times are gone.
     */
    public Instant happenedAt() {
        Long start = activity.getStartEpochMillis();
        if (start == null) {
            return Instant.ofEpochMilli(activity.getProvenance().getCapturedEpochMillis());
        }
        Long elapsed = activity.getElapsedMilliseconds();
        return Instant.ofEpochMilli(start + (elapsed == null ? 0 : elapsed));
    }
}
