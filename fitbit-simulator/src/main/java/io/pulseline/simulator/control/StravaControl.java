package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.strava.Strava;
import io.pulseline.simulator.strava.StravaUpload;
import java.util.Map;

/** What only Strava's side has. */
final class StravaControl {
    private final Strava strava;

    StravaControl(Strava strava) {
        this.strava = strava;
    }

    void addTo(Routes routes) {
        String base = "/simulator/strava";
        routes.add("GET", base + "/knobs", _ -> knobs())
                .add("POST", base + "/knobs", this::setKnobs)
                .add("GET", base + "/activities", _ -> activities())
                .add("GET", base + "/uploads", _ -> uploads())
                .add("GET", base + "/usage", _ -> Answer.json(200, strava.usage()))
                .add("DELETE", base + "/athletes/{id}/consent", this::withdrawConsent);
    }

    private Answer knobs() {
        return Answer.json(200, strava.knobs());
    }

    private Answer setKnobs(Request request) {
        strava.set(strava.knobs().changed(Json.read(request.body(), JsonNode.class)));
        return knobs();
    }

    private Answer activities() {
        return Answer.json(200, Map.of("activities", strava.activities()));
    }

    private Answer uploads() {
        ObjectNode document = Json.object();
        ArrayNode uploads = document.putArray("uploads");
        for (StravaUpload upload : strava.uploads()) {
            uploads.addObject()
                    .put("id", upload.id())
                    .put("athleteId", upload.athlete().id())
                    .put("externalId", upload.externalId())
                    .put("receivedAt", upload.receivedAt().toString())
                    .put("polls", upload.polls())
                    .put("activityId", upload.activityId())
                    .put("error", upload.error());
        }
        return Answer.json(200, document);
    }

    private Answer withdrawConsent(Request request) {
        strava.withdrawsConsent(Long.parseLong(request.pathValue("id")));
        return Answer.empty(204);
    }
}
