package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.http.SeenRequest;
import java.util.List;
import java.util.Map;

/** The three verbs over HTTP, below {@code /simulator}. Wrong bodies answer 400 and say why. */
public final class ControlApi implements Handler {
    private final Stage stage;
    private final Addresses addresses;
    private final Routes routes = new Routes();

    public ControlApi(Stage stage, Addresses addresses) {
        this.stage = stage;
        this.addresses = addresses;
        new ClockControl(stage).addTo(routes);
        new PeopleControl(stage).addTo(routes);
        new LifeControl(stage).addTo(routes);
        new NotificationControl(stage).addTo(routes);
        new ReceiverControl(stage, addresses).addTo(routes);
        new GoogleControl(stage).addTo(routes);
        new StravaControl(stage.strava()).addTo(routes);
        new IntervalsControl(stage.intervals()).addTo(routes);
        new FhirControl(stage.fhir(), addresses).addTo(routes);
        routes.add("GET", "/simulator/health", _ -> Answer.json(200, Map.of("status", "UP")))
                .add("GET", "/simulator/info", _ -> Answer.json(200, this.addresses))
                .add("POST", "/simulator/faults", this::addFault)
                .add("GET", "/simulator/faults", _ -> faults())
                .add("GET", "/simulator/switches", _ -> switches())
                .add("POST", "/simulator/switches", this::setSwitches)
                .add("GET", "/simulator/requests", this::requests)
                .add("DELETE", "/simulator/state", _ -> reset());
    }

    @Override
    public Answer answer(Request request) {
        return routes.answer(request)
                .orElseGet(() ->
                        Answer.json(
                                404,
                                Map.of(
                                        "error",
                                        "no control call %s %s; the README lists them"
                                                .formatted(request.method(), request.path()))));
    }

    private Answer addFault(Request request) {
        stage.faults().add(Json.read(request.body(), Bodies.FaultBody.class).fault());
        return faults();
    }

    private Answer faults() {
        ArrayNode waiting = Json.array();
        stage.faults()
                .waiting()
                .forEach(fault ->
                        waiting.addObject()
                                .put("kind", Words.of(fault.kind()))
                                .put("status", fault.status())
                                .put("path", fault.pathPart())
                                .put("times", fault.times())
                                .put("delayMilliseconds", fault.delay().toMillis()));
        return Answer.json(200, Json.object().set("faults", waiting));
    }

    private Answer switches() {
        ObjectNode document = Json.object();
        for (Switch one : Switch.values()) {
            document.put(Words.of(one), stage.switches().isOn(one));
        }
        return Answer.json(
                200, document.put("requestsPerHour", stage.switches().requestsPerHour()));
    }

    private Answer setSwitches(Request request) {
        JsonNode body = Json.read(request.body(), JsonNode.class);
        body.properties().forEach(entry -> set(entry.getKey(), entry.getValue()));
        return switches();
    }

    private void set(String word, JsonNode value) {
        if (word.equals("requestsPerHour")) {
            stage.switches().limitTo(value.asInt());
        } else if (value.isBoolean()) {
            stage.switches().set(Words.read(Switch.class, word), value.asBoolean());
        } else {
            throw new IllegalArgumentException(word + " must be true or false");
        }
    }

    private Answer requests(Request request) {
        String part = request.query().first("path").orElse("");
        List<SeenRequest> seen =
                stage.requests().all().stream().filter(one -> one.path().contains(part)).toList();
        return Answer.json(200, Map.of("requests", seen));
    }

    private Answer reset() {
        stage.reset();
        return Answer.empty(204);
    }
}
