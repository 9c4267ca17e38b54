package io.pulseline.simulator.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One FHIR server with its patients. */
final class FhirPlace {
    private static final String OBSERVATION = "Observation";

    private final Set<String> patients;
    private final Door door;
    private final ObservationStore store = new ObservationStore();
    private final ObservationCheck check;

    /**
     * @param patients ids
     */
    FhirPlace(List<String> patients, Door door) {
        this.patients = Set.copyOf(patients.stream().map(id -> "Patient/" + id).toList());
        this.door = door;
        this.check = new ObservationCheck(this.patients);
    }

    List<ObjectNode> observations() {
        return store.all();
    }

    Answer token(Request request) {
        return door.token(request);
    }

    /** Open to everybody, as FHIR wants it. */
    Answer metadata() {
        return FhirAnswers.of(
                200,
                Json.object()
                        .put("resourceType", "CapabilityStatement")
                        .put("status", "active")
                        .put("kind", "instance")
                        .put("fhirVersion", "4.0.1"));
    }

    Answer patient(Request request) {
        door.check(request);
        String reference = "Patient/" + request.pathValue("id");
        return patients.contains(reference)
                ? FhirAnswers.of(
                        200,
                        Json.object()
                                .put("resourceType", "Patient")
                                .put("id", request.pathValue("id")))
                : FhirAnswers.outcome(404, "not-found", "No such patient", "");
    }

    Answer search(Request request) {
        door.check(request);
        String identifier =
                request.query()
                        .first("identifier")
                        .filter(text -> text.contains("|"))
                        .orElseThrow(() ->
                                FhirAnswers.refused(
                                        400, "required", "identifier=system|value", ""));
        ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "searchset");
        List<ObjectNode> found = store.find(identifier);
        bundle.put("total", found.size());
        ArrayNode entries = bundle.putArray("entry");
        found.forEach(one -> entries.addObject().set("resource", one));
        return FhirAnswers.of(200, bundle);
    }

    Answer read(Request request) {
        door.check(request);
        return store.read(request.pathValue("id"))
                .map(one -> FhirAnswers.of(200, one))
                .orElseGet(() -> FhirAnswers.outcome(404, "not-found", "No such Observation", ""));
    }

    Answer create(Request request) {
        door.check(request);
        ObjectNode observation = body(request);
        String condition = request.header("If-None-Exist").orElse("");
        return kept(write("POST", OBSERVATION, condition, "", observation));
    }

    Answer updateWhere(Request request) {
        door.check(request);
        return kept(write("PUT", OBSERVATION + "?" + request.rawQuery(), "", "", body(request)));
    }

    Answer update(Request request) {
        door.check(request);
        String match = request.header("If-Match").orElse("");
        String url = OBSERVATION + "/" + request.pathValue("id");
        return kept(write("PUT", url, "", match, body(request)));
    }

    /** All or nothing; references within are resolved to members before them. */
    Answer transaction(Request request) {
        door.check(request);
        ObjectNode bundle = body(request);
        if (!bundle.path("resourceType").asText().equals("Bundle")
                || !bundle.path("type").asText().equals("transaction")) {
            return FhirAnswers.outcome(400, "invalid", "No transaction", "Bundle.type");
        }
        try {
            return store.atOnce(() -> FhirAnswers.of(200, written(bundle.path("entry"))));
        } catch (Refused e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a transaction failed", e);
        }
    }

    private ObjectNode written(JsonNode entries) {
        ObjectNode answer =
                Json.object().put("resourceType", "Bundle").put("type", "transaction-response");
        ArrayNode responses = answer.putArray("entry");
        Map<String, String> places = new HashMap<>();
        for (JsonNode entry : entries) {
            if (!(entry.path("resource") instanceof ObjectNode observation)) {
                throw FhirAnswers.refused(400, "required", "A resource is missing", "Bundle.entry");
            }
            settle(observation, places);
            JsonNode asked = entry.path("request");
            ObservationStore.Kept kept =
                    write(
                            asked.path("method").asText(),
                            asked.path("url").asText(),
                            asked.path("ifNoneExist").asText(""),
                            asked.path("ifMatch").asText(""),
                            observation);
            places.put(entry.path("fullUrl").asText(), OBSERVATION + "/" + kept.id());
            responses
                    .addObject()
                    .putObject("response")
                    .put("status", kept.isNew() ? "201 Created" : "200 OK")
                    .put("location", kept.location());
        }
        return answer;
    }

    private static void settle(ObjectNode observation, Map<String, String> places) {
        for (JsonNode member : observation.path("hasMember")) {
            String reference = member.path("reference").asText("");
            String place = places.get(reference);
            if (place != null) {
                ((ObjectNode) member).put("reference", place);
            } else if (reference.startsWith("urn:")) {
                throw FhirAnswers.refused(
                        422, "not-found", "A member is not here", "Observation.hasMember");
            }
        }
    }

    private ObservationStore.Kept write(
            String method, String url, String noneExist, String match, ObjectNode observation) {
        check.check(observation);
        if (method.equals("POST") && url.equals(OBSERVATION)) {
            List<ObjectNode> found = noneExist.isEmpty() ? List.of() : found(noneExist);
            return found.isEmpty() ? store.create(observation) : kept(found.getFirst());
        }
        if (!method.equals("PUT") || !url.startsWith(OBSERVATION)) {
            throw FhirAnswers.refused(405, "not-supported", "Not supported here", "");
        }
        if (url.contains("?")) {
            List<ObjectNode> found = found(url.substring(url.indexOf('?') + 1));
            return found.isEmpty()
                    ? store.create(observation)
                    : store.replace(found.getFirst().path("id").asText(), observation);
        }
        return replace(url.substring(url.indexOf('/') + 1), match, observation);
    }

    private ObservationStore.Kept replace(String id, String match, ObjectNode observation) {
        boolean isOther =
                store.read(id)
                        .filter(one ->
                                !match.isEmpty()
                                        && !match.equals(
                                                "W/\"" + ObservationStore.version(one) + "\""))
                        .isPresent();
        if (isOther) {
            throw FhirAnswers.refused(412, "conflict", "Another version is here", "");
        }
        return store.replace(id, observation);
    }

    private List<ObjectNode> found(String condition) {
        String identifier = Parameters.parse(condition).first("identifier").orElse("");
        if (!identifier.contains("|")) {
            throw FhirAnswers.refused(400, "invalid", "identifier=system|value", "");
        }
        List<ObjectNode> found = store.find(identifier);
        if (found.size() > 1) {
            throw FhirAnswers.refused(412, "multiple-matches", "Several match", "");
        }
        return found;
    }

    private static ObservationStore.Kept kept(ObjectNode found) {
        return new ObservationStore.Kept(
                found.path("id").asText(), ObservationStore.version(found), false);
    }

    private static Answer kept(ObservationStore.Kept kept) {
        return Answer.empty(kept.isNew() ? 201 : 200).with("Location", kept.location());
    }

    private static ObjectNode body(Request request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.split(";", -1)[0].strip().equals("application/fhir+json")) {
            throw FhirAnswers.refused(415, "not-supported", "application/fhir+json only", "");
        }
        try {
            return Json.read(request.body(), ObjectNode.class);
        } catch (IllegalArgumentException e) {
            throw FhirAnswers.refused(400, "structure", "No JSON object", "");
        }
    }
}
