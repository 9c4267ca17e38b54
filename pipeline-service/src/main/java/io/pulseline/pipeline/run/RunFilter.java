package io.pulseline.pipeline.run;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted; null and empty want all.
 *
 * @param recordTypes at least one, for example {@code activity}
 * @param statuses any of them
 * @param activityType after the boosters
 * @param targetType one of its targets is of this kind
 * @param target one of its targets is this
 * @param from start of the run, inclusive
 * @param to start of the run, exclusive
 * @param text part of the title, in whatever case
 */
public record RunFilter(
        Set<String> recordTypes,
        Set<RunStatus> statuses,
        @Nullable String activityType,
        @Nullable String targetType,
        @Nullable UUID target,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {
    public RunFilter {
        recordTypes = Set.copyOf(recordTypes);
        statuses = Set.copyOf(statuses);
    }
}
