package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target in a pipeline.
 *
 * @param id its own; deliveries are counted under it
 * @param type its kind, see {@link io.pulseline.pipeline.target.Targets}
 * @param configuration without the secret
 * @param disabledAt since when nothing goes there; null if it is in use
 * @param disabledReason why; null if it is in use
 * @param pausedAt since when what goes there waits; null if it does not
 * @param pausedReason why; null if it does not
 */
public record PipelineTarget(
        UUID id,
        String type,
        JsonNode configuration,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        @Nullable Instant pausedAt,
        @Nullable String pausedReason) {

    /** One that is in use. */
    public static PipelineTarget inUse(UUID id, String type, JsonNode configuration) {
        return new PipelineTarget(id, type, configuration, null, null, null, null);
    }

    @Override
    public String toString() {
        return "PipelineTarget[" + id + ", " + type + "]";
    }
}
