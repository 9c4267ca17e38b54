package io.pulseline.pipeline.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record going through one pipeline, as it stands now.
 *
 * @param title of the activity after its boosters; null if it has none
 * @param reason why it is not synced; null if there is nothing to say
 * @param boosts what the boosters did to this revision
 * @param version counts the changes of the run
 */
public record Run(
        UUID id,
        UUID pipelineId,
        UUID user,
        String recordType,
        UUID recordId,
        long revision,
        @Nullable String title,
        RunStatus status,
        @Nullable String reason,
        List<BoostStep> boosts,
        Instant startedAt,
        Instant changedAt,
        long version) {
    public Run {
        boosts = List.copyOf(boosts);
    }
}
