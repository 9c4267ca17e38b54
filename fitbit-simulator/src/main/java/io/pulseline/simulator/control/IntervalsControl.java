package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.intervals.Intervals;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What only the side of intervals.icu has. */
final class IntervalsControl {
    private final Intervals intervals;

    IntervalsControl(Intervals intervals) {
        this.intervals = intervals;
    }

    /** Any text; made up where it is left out. */
    record Key(@Nullable String key) {}

    void addTo(Routes routes) {
        String base = "/simulator/intervals";
        routes.add("POST", base + "/keys", this::addKey)
                .add("GET", base + "/keys", _ -> keys())
                .add("DELETE", base + "/athletes/{id}/keys", this::revoke)
                .add("GET", base + "/knobs", _ -> knobs())
                .add("POST", base + "/knobs", this::setKnobs)
                .add("GET", base + "/activities", _ -> activities())
                .add("GET", base + "/wellness", _ -> wellness());
    }

    private Answer addKey(Request request) {
        Key body = Json.read(request.body(), Key.class);
        String key = body.key() == null ? UUID.randomUUID().toString() : body.key();
        return Answer.json(
                201, Json.object().put("athleteId", intervals.hasKey(key)).put("key", key));
    }

    private Answer keys() {
        ObjectNode document = Json.object();
        ArrayNode keys = document.putArray("keys");
        intervals
                .keys()
                .forEach((key, id) -> keys.addObject().put("athleteId", id).put("key", key));
        return Answer.json(200, document);
    }

    private Answer revoke(Request request) {
        intervals.revokesKeys(request.pathValue("id"));
        return Answer.empty(204);
    }

    private Answer knobs() {
        return Answer.json(200, intervals.knobs());
    }

    private Answer setKnobs(Request request) {
        intervals.set(intervals.knobs().changed(Json.read(request.body(), JsonNode.class)));
        return knobs();
    }

    private Answer activities() {
        return Answer.json(200, Map.of("activities", intervals.activities()));
    }

    private Answer wellness() {
        return Answer.json(200, Map.of("athletes", intervals.wellness()));
    }
}
