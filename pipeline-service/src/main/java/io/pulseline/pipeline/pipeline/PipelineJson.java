package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Rows to pipelines; settings lie in the rows as JSON texts. */
final class PipelineJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROVIDERS = "providers";
    private static final String ACTIVITY_TYPES = "activityTypes";
    private static final String RECORDING_METHODS = "recordingMethods";
    private static final String METRICS = "metrics";

    private PipelineJson() {}

    static Pipeline pipeline(PipelineRow row, List<PipelineTarget> targets) {
        return new Pipeline(
                row.pipelineId,
                row.user,
                row.name,
                row.enabled,
                trigger(row),
                row.includeEarlier,
                row.deliverEarly,
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
                row.disabledAt,
                row.disabledReason,
                row.pausedAt,
                row.pausedReason);
    }

    /** The lists of a trigger; its kind of record has a column of its own. */
    static String lists(Trigger trigger) {
        ObjectNode lists = JSON.createObjectNode();
        lists.set(PROVIDERS, JSON.valueToTree(trigger.providers()));
        lists.set(ACTIVITY_TYPES, JSON.valueToTree(trigger.activityTypes()));
        lists.set(RECORDING_METHODS, JSON.valueToTree(trigger.recordingMethods()));
        lists.set(METRICS, JSON.valueToTree(trigger.metrics()));
        return lists.toString();
    }

    private static Trigger trigger(PipelineRow row) {
        JsonNode lists = read(row.triggerLists);
        return new Trigger(
                row.recordType,
                words(lists.path(PROVIDERS)),
                words(lists.path(ACTIVITY_TYPES)),
                words(lists.path(RECORDING_METHODS)),
                words(lists.path(METRICS)));
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    static String text(List<BoosterChoice> boosters) {
        ArrayNode list = JSON.createArrayNode();
        for (BoosterChoice booster : boosters) {
            list.addObject()
                    .put("id", booster.id())
                    .put("required", booster.required())
                    .set("configuration", booster.configuration());
        }
        return list.toString();
    }

    private static List<BoosterChoice> boosters(String text) {
        List<BoosterChoice> boosters = new ArrayList<>();
        for (JsonNode item : read(text)) {
            boosters.add(
                    new BoosterChoice(
                            item.path("id").asText(),
                            item.path("required").asBoolean(false),
                            item.path("configuration")));
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
