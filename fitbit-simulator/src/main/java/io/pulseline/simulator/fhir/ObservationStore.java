package io.pulseline.simulator.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The Observations of one server, by id. Safe for use by several threads. */
final class ObservationStore {
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private int last;

    /** How a write ended. */
    record Kept(String id, int version, boolean isNew) {
        String location() {
            return "Observation/" + id + "/_history/" + version;
        }
    }

    /** All or nothing: what throws leaves everything as it was. */
    synchronized <T> T atOnce(Callable<T> change) throws Exception {
        Map<String, ObjectNode> before = new LinkedHashMap<>(byId);
        int lastBefore = last;
        try {
            return change.call();
        } catch (Exception e) {
            byId.clear();
            byId.putAll(before);
            last = lastBefore;
            throw e;
        }
    }

    synchronized List<ObjectNode> all() {
        return byId.values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized Optional<ObjectNode> read(String id) {
        return Optional.ofNullable(byId.get(id)).map(ObjectNode::deepCopy);
    }

    /** Those with that identifier, {@code system|value}. */
    synchronized List<ObjectNode> find(String identifier) {
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode one : byId.values()) {
            for (JsonNode its : one.path("identifier")) {
                if ((its.path("system").asText() + "|" + its.path("value").asText())
                        .equals(identifier)) {
                    found.add(one.deepCopy());
                }
            }
        }
        return found;
    }

    synchronized Kept create(ObjectNode observation) {
        last++;
        return keep(Integer.toString(last), observation, 1);
    }

    /** A new version, unless nothing has changed. */
    synchronized Kept replace(String id, ObjectNode observation) {
        ObjectNode current = byId.get(id);
        if (current == null) {
            throw FhirAnswers.refused(404, "not-found", "No such Observation", "");
        }
        int version = version(current);
        return content(current).equals(content(observation))
                ? new Kept(id, version, false)
                : keep(id, observation, version + 1);
    }

    private Kept keep(String id, ObjectNode observation, int version) {
        ObjectNode kept = observation.deepCopy().put("id", id);
        kept.withObject("/meta").put("versionId", Integer.toString(version));
        byId.put(id, kept);
        return new Kept(id, version, version == 1);
    }

    static int version(JsonNode observation) {
        return Integer.parseInt(observation.path("meta").path("versionId").asText("1"));
    }

    private static JsonNode content(ObjectNode observation) {
        ObjectNode content = observation.deepCopy();
        content.remove("id");
        content.withObject("/meta").remove("versionId");
        return content;
    }
}
