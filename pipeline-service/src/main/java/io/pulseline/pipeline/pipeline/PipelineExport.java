package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A pipeline to take elsewhere: without ids, times and secrets, and without a word of its user.
 *
 * @param version of this shape; the next one that old readers would misread gets another
 */
record PipelineExport(
        int version,
        String name,
        boolean enabled,
        Trigger trigger,
        boolean includeEarlier,
        boolean deliverEarly,
        List<BoosterChoice> boosters,
        List<ExportedTarget> targets) {
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A target of it.
     *
     * @param id its kind
     * @param configuration without the secret
     */
    record ExportedTarget(String id, JsonNode configuration) {}

    static PipelineExport of(Pipeline pipeline) {
        return new PipelineExport(
                VERSION,
                pipeline.name(),
                pipeline.enabled(),
                pipeline.trigger(),
                pipeline.includeEarlier(),
                pipeline.deliverEarly(),
                pipeline.boosters(),
                pipeline.targets().stream()
                        .map(target -> new ExportedTarget(target.type(), target.configuration()))
                        .toList());
    }

    JsonNode json() {
        return JSON.valueToTree(this);
    }
}
