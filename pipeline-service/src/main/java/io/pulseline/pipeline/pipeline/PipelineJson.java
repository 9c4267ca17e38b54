package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Rows to pipelines; settings lie in the rows as JSON texts. */
final class PipelineJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PipelineJson() {}

    static Pipeline pipeline(PipelineRow row, List<PipelineTarget> targets) {
        return new Pipeline(
                row.pipelineId,
                row.user,
                row.name,
                row.enabled,
                row.recordType,
                row.includeEarlier,
                boosters(row.boosters),
                targets,
                row.createdAt,
                row.changedAt);
    }

    static PipelineTarget target(TargetRow row) {
        return new PipelineTarget(
                row.targetId,
                row.type,
                read(row.configuration),
                null,
                row.disabledAt,
                row.disabledReason);
    }

    static String text(List<BoosterChoice> boosters) {
        ArrayNode list = JSON.createArrayNode();
        for (BoosterChoice booster : boosters) {
            list.addObject().put("id", booster.id()).set("configuration", booster.configuration());
        }
        return list.toString();
    }

    private static List<BoosterChoice> boosters(String text) {
        List<BoosterChoice> boosters = new ArrayList<>();
        for (JsonNode item : read(text)) {
            boosters.add(new BoosterChoice(item.path("id").asText(), item.path("configuration")));
        }
        return boosters;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a saved setting is not JSON", e);
        }
    }
}
