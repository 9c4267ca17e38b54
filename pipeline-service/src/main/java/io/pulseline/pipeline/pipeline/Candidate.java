package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as triggers look at it.
 *
 * @param recordType a word of {@link RecordType}
 * @param provider where it comes from
 * @param activityType as it came, before any booster; null for a metric
 * @param recordingMethod how it was made; null where its provider does not tell
 * @param endedAt null where that is not known, which counts as not earlier than any pipeline
 */
public record Candidate(
        String recordType,
        String provider,
        @Nullable String activityType,
        @Nullable String recordingMethod,
        @Nullable Instant endedAt) {

    /** An activity. */
    public static Candidate of(Activity activity, @Nullable Instant endedAt) {
        return new Candidate(
                RecordType.ACTIVITY,
                activity.getProvenance().getProvider(),
                activity.getActivityType(),
                activity.getProvenance().getRecordingMethod(),
                endedAt);
    }

    boolean isActivity() {
        return recordType.equals(RecordType.ACTIVITY);
    }
}
