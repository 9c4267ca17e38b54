package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import java.util.Map;
import java.util.TreeMap;

/** What may become of intraday rows on the day with a doubled hour. */
final class Rows {
    private Rows() {}

    /**
     * Ordered by their time, one row for each.
     *
     * @param isSum whether rows of the same time are added; else the first one stays
     */
    static ArrayNode merged(ArrayNode rows, boolean isSum) {
        Map<String, ObjectNode> byTime = new TreeMap<>();
        for (JsonNode row : rows) {
            ObjectNode own = (ObjectNode) row;
            ObjectNode before = byTime.putIfAbsent(row.path("time").asText(), own);
            if (before != null && isSum) {
                before.put("value", before.path("value").asInt() + row.path("value").asInt());
            }
        }
        ArrayNode merged = Json.array();
        byTime.values().forEach(merged::add);
        return merged;
    }
}
