package io.pulseline.ingest.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Conditions as the column keeps them: a JSON list. */
final class Conditions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Conditions() {}

    static String text(List<Condition> conditions) {
        ArrayNode list = JSON.createArrayNode();
        for (Condition condition : conditions) {
            list.addObject()
                    .put("type", condition.type())
                    .put("since", condition.since().toString())
                    .put("reason", condition.reason())
                    .put("message", condition.message());
        }
        return list.toString();
    }

    static List<Condition> parse(String text) {
        try {
            List<Condition> conditions = new ArrayList<>();
            for (JsonNode item : JSON.readTree(text)) {
                conditions.add(
                        new Condition(
                                item.path("type").asText(),
                                Instant.parse(item.path("since").asText()),
                                item.path("reason").asText(),
                                item.path("message").asText()));
            }
            return conditions;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column connection.conditions holds no JSON list", e);
        }
    }

    /** The list with this condition; one of the same type that is held already stays as it is. */
    static List<Condition> with(List<Condition> conditions, Condition added) {
        for (Condition held : conditions) {
            if (held.type().equals(added.type())) {
                return conditions;
            }
        }
        List<Condition> longer = new ArrayList<>(without(conditions, added.type()));
        longer.add(added);
        return longer;
    }

    static List<Condition> without(List<Condition> conditions, String type) {
        return conditions.stream().filter(held -> !held.type().equals(type)).toList();
    }
}
