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
 * @param secret opened, for the sender only; null if it has none or it was not asked for
 * @param disabledAt since when nothing goes there; null if it is in use
 * @param disabledReason why; null if it is in use
 */
public record PipelineTarget(
        UUID id,
        String type,
        JsonNode configuration,
        @Nullable String secret,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason) {

    PipelineTarget withSecret(String opened) {
        return new PipelineTarget(id, type, configuration, opened, disabledAt, disabledReason);
    }

    @Override
    public String toString() {
        return "PipelineTarget[" + id + ", " + type + "]";
    }
}
