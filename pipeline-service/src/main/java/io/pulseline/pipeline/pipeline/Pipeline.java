package io.pulseline.pipeline.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose.
 *
 * @param recordType records that start it, for now {@code activity}
 * @param includeEarlier also for things that ended before the pipeline was created
 */
public record Pipeline(
        UUID id,
        UUID user,
        String name,
        boolean enabled,
        String recordType,
        boolean includeEarlier,
        List<BoosterChoice> boosters,
        List<PipelineTarget> targets,
        Instant createdAt,
        Instant changedAt) {
    public Pipeline {
        boosters = List.copyOf(boosters);
        targets = List.copyOf(targets);
    }

    /**
     * Whether a thing starts this pipeline.
     *
     * @param endedAt end of the thing; null if not known, which counts as not earlier
     */
    public boolean isStartedBy(String type, @Nullable Instant endedAt) {
        // Providers tell ends by the second: what ended in the second of creation did not end
        // before it.
        Instant created = createdAt.truncatedTo(ChronoUnit.SECONDS);
        boolean earlier = endedAt != null && endedAt.isBefore(created);
        return enabled && recordType.equals(type) && (includeEarlier || !earlier);
    }
}
