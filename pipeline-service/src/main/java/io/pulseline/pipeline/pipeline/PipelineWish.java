package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it is sent; for the description of the API, {@link PipelineForm} reads it. What an
 * answer holds beside this may be sent back with it and says nothing.
 */
public record PipelineWish(
        @Schema(required = true, examples = "Treadmill runs") String name,
        @Schema(description = "true if left out", defaultValue = "true") boolean enabled,
        @Schema(required = true) Trigger trigger,
        boolean includeEarlier,
        boolean deliverEarly,
        @Schema(description = "In the order in which they are applied; none if left out")
                List<BoosterChoice> boosters,
        @Schema(required = true) List<Target> targets) {
    public PipelineWish {
        boosters = List.copyOf(boosters);
        targets = List.copyOf(targets);
    }

    /**
     * A target of it.
     *
     * @param id its kind
     * @param targetId the one it is already, to be kept; null for a new one
     */
    @Schema(name = "TargetWish")
    public record Target(String id, @Nullable UUID targetId, JsonNode configuration) {}
}
