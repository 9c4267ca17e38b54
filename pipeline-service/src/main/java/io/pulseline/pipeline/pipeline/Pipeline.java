package io.pulseline.pipeline.pipeline;

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

    /**
     * Whether a record starts this pipeline, and if not, why. A record of another kind is told so
     * before anything else.
     */
    public StartAnswer asked(Candidate candidate) {
        if (!enabled) {
            return StartAnswer.DISABLED;
        }
        StartAnswer answer = trigger.asked(candidate);
        return answer != StartAnswer.OTHER_RECORD
                        && isEarlier(candidate.endedAt())
                        && !includeEarlier
                ? StartAnswer.EARLIER
                : answer;
    }

    private boolean isEarlier(@Nullable Instant endedAt) {
        // Providers tell ends by the second: what ended in the second of creation did not end
        // before it.
        return endedAt != null && endedAt.isBefore(createdAt.truncatedTo(ChronoUnit.SECONDS));
    }
}
