package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record going through one pipeline, as it stands now.
 *
 * @param pass how often this revision had gone through the pipeline before
 * @param title of the activity after its boosters; null if it has none
 * @param activityType after its boosters; null if it was not noted
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
        int pass,
        @Nullable String title,
        @Nullable String activityType,
        RunStatus status,
        @Nullable String reason,
        List<BoostStep> boosts,
        Instant startedAt,
        Instant changedAt,
        long version) {
    public Run {
        boosts = List.copyOf(boosts);
    }

    /** True for deliveries that it stands for now, not for an earlier revision or pass. */
    public boolean isPresent(Delivery delivery) {
        return delivery.run().equals(id) && delivery.isOf(revision, pass);
    }
}
