package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pipeline as the API shows it. */
record PipelineView(
        UUID pipelineId,
        String name,
        boolean enabled,
        Trigger trigger,
        boolean includeEarlier,
        boolean deliverEarly,
        List<BoosterChoice> boosters,
        List<TargetView> targets,
        Instant createdAt,
        Instant changedAt) {

    static final String NEW_SECRET =
            "its secret is new and not shown again: give it to the receiver";

    /**
     * A target of it; its secret stands in the configuration only when we have just made it.
     *
     * @param notice what its user must do now; null if there is nothing
     */
    record TargetView(
            UUID targetId,
            String id,
            JsonNode configuration,
            @Nullable Instant disabledAt,
            @Nullable String disabledReason,
            @Nullable Instant pausedAt,
            @Nullable String pausedReason,
            @Nullable String notice) {}

    static PipelineView of(Pipeline pipeline) {
        return of(new PipelineDesk.Saved(pipeline, Map.of()));
    }

    static PipelineView of(PipelineDesk.Saved saved) {
        Pipeline pipeline = saved.pipeline();
        return new PipelineView(
                pipeline.id(),
                pipeline.name(),
                pipeline.enabled(),
                pipeline.trigger(),
                pipeline.includeEarlier(),
                pipeline.deliverEarly(),
                pipeline.boosters(),
                pipeline.targets().stream()
                        .map(target -> view(target, saved.newSecrets().get(target.id())))
                        .toList(),
                pipeline.createdAt(),
                pipeline.changedAt());
    }

    private static TargetView view(PipelineTarget target, @Nullable String newSecret) {
        JsonNode configuration = target.configuration();
        if (newSecret != null) {
            ObjectNode shown = configuration.deepCopy();
            configuration = shown.put("secret", newSecret);
        }
        return new TargetView(
                target.id(),
                target.type(),
                configuration,
                target.disabledAt(),
                target.disabledReason(),
                target.pausedAt(),
                target.pausedReason(),
                newSecret == null ? null : NEW_SECRET);
    }
}
