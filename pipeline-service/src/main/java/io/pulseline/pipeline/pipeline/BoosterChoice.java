package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A booster in a pipeline.
 *
 * @param id its kind, see {@link io.pulseline.pipeline.booster.Boosters}
 * @param required whether nothing may go out when it fails
 * @param configuration checked when it was saved
 */
public record BoosterChoice(String id, boolean required, JsonNode configuration) {

    /** One whose failure is only noted. */
    public BoosterChoice(String id, JsonNode configuration) {
        this(id, false, configuration);
    }
}
