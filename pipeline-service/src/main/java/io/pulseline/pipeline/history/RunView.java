package io.pulseline.pipeline.history;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run in a list of them. */
record RunView(
        UUID runId,
        UUID pipelineId,
        String recordType,
        UUID recordId,
        long revision,
        @Nullable String title,
        @Nullable String activityType,
        String status,
        @Nullable String reason,
        Instant startedAt,
        Instant updatedAt,
        List<Step> steps) {

    static RunView of(Run run, List<Delivery> deliveries) {
        return new RunView(
                run.id(),
                run.pipelineId(),
                run.recordType(),
                run.recordId(),
                run.revision(),
                run.title(),
                run.activityType(),
                run.status().name(),
                run.reason(),
                run.startedAt(),
                run.changedAt(),
                Step.of(run, deliveries));
    }
}
