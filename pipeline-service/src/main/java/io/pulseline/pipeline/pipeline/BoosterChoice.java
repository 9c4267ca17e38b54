package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A booster in a pipeline.
 *
 * @param id its kind, see {@link io.pulseline.pipeline.booster.Boosters}
 * @param configuration checked when it was saved
 */
public record BoosterChoice(String id, JsonNode configuration) {}
