package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose.
 *
 * @param includeEarlier also for things that ended before the pipeline was created
 * @param deliverEarly whether targets hear of a record while a booster waits, and of the rest later
 */
public record Pipeline(
        UUID id,
        UUID user,
        String name,
        boolean enabled,
        Trigger trigger,
        boolean includeEarlier,
        boolean deliverEarly,
        List<BoosterChoice> boosters,
        List<PipelineTarget> targets,
        Instant createdAt,
        Instant changedAt) {
    public Pipeline {
        boosters = List.copyOf(boosters);
        targets = List.copyOf(targets);
    }

    /** Records that start it, for now {@code activity}. */
    public String recordType() {
        return trigger.record();
    }

    /**
     * Whether an activity starts this pipeline, and if not, why.
     *
     * @param type kind of record that the activity is
     * @param endedAt its end; null if not known, which counts as not earlier
     */
    public StartAnswer asked(String type, Activity activity, @Nullable Instant endedAt) {
        if (!enabled) {
            return StartAnswer.DISABLED;
        }
        if (!recordType().equals(type)) {
            return StartAnswer.OTHER_RECORD;
        }
        return isEarlier(endedAt) && !includeEarlier
                ? StartAnswer.EARLIER
                : trigger.asked(activity);
    }

    private boolean isEarlier(@Nullable Instant endedAt) {
        // Providers tell ends by the second: what ended in the second of creation did not end
        // before it.
        return endedAt != null && endedAt.isBefore(createdAt.truncatedTo(ChronoUnit.SECONDS));
    }
}
