package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.fhir.Fhir;
import io.pulseline.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FhirTest {
    private static final String SYSTEM = "https://pulseline.example/record";

    private final FitbitSimulator simulator = Morning.simulator();
    private final HttpClient http = HttpClient.newHttpClient();
    private String authorization = "";

    @BeforeEach
    void open() {
        simulator.fhir().add("clinic", List.of("123"), Fhir.Access.OPEN);
    }

    @AfterEach
    void close() {
        http.close();
        simulator.close();
    }

    @Test
    void itSaysWhatItIsAndKnowsItsPatients() {
        assertThat(json(get("metadata")).path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(json(get("Patient/123")).path("resourceType").asText()).isEqualTo("Patient");
        assertThat(get("Patient/9").statusCode()).isEqualTo(404);
    }

    @Test
    void aTransactionUpdatesByIdentifierAndIsTakenOnce() {
        JsonNode first = json(post("", transaction("PUT", observation("a"))));
        JsonNode again = json(post("", transaction("PUT", observation("a"))));
        JsonNode other = json(post("", transaction("PUT", weighing("a", 80))));

        assertThat(response(first)).isEqualTo("201 Created Observation/1/_history/1");
        assertThat(response(again)).isEqualTo("200 OK Observation/1/_history/1");
        assertThat(response(other)).isEqualTo("200 OK Observation/1/_history/2");
        assertThat(simulator.fhir().observations("clinic")).hasSize(1);
    }

    @Test
    void aTransactionCreatesUnlessTheIdentifierIsThere() {
        assertThat(response(json(post("", transaction("POST", observation("a"))))))
                .startsWith("201");
        assertThat(response(json(post("", transaction("POST", weighing("a", 80))))))
                .startsWith("200");
    }

    @Test
    void aTransactionIsTakenAsAWholeOrNotAtAll() {
        ObjectNode both = transaction("PUT", observation("a"));
        ObjectNode wrong = observation("b");
        wrong.remove("status");
        both.withArray("entry").add(transaction("PUT", wrong).path("entry").path(0));

        HttpResponse<String> answer = post("", both);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(issue(answer)).isEqualTo("invariant Observation.status");
        assertThat(simulator.fhir().observations("clinic")).isEmpty();
    }

    @Test
    void oneByOneWorksToo() {
        HttpResponse<String> created = post("Observation", observation("a"));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("Observation/1/_history/1");

        ObjectNode found =
                (ObjectNode)
                        json(get("Observation?" + query("a")))
                                .path("entry")
                                .path(0)
                                .path("resource");
        found.put("status", "entered-in-error");
        assertThat(put("Observation/1", found, "W/\"7\"").statusCode()).isEqualTo(412);
        assertThat(put("Observation/1", found, "W/\"1\"").statusCode()).isEqualTo(200);
        assertThat(put("Observation/9", found, "").statusCode()).isEqualTo(404);
        assertThat(json(get("Observation/1")).path("status").asText())
                .isEqualTo("entered-in-error");
    }

    @Test
    void whatACareTeamCannotUseIsRefused() {
        refuses(one -> one.remove("identifier"), "invariant Observation.identifier");
        refuses(one -> one.remove("category"), "invariant Observation.category");
        refuses(one -> one.withObject("/code").remove("text"), "invariant Observation.code");
        refuses(one -> one.remove("effectiveDateTime"), "invariant Observation.effective");
        refuses(
                one -> one.put("effectiveDateTime", "2026-03-27T10:00:00"),
                "invariant Observation.effective");
        refuses(one -> one.remove("valueQuantity"), "invariant Observation.value");
        refuses(one -> one.withObject("/valueQuantity").remove("code"), "invariant ");
        refuses(
                one -> one.withObject("/valueQuantity").put("system", "http://units.example"),
                "invariant ");
        refuses(
                one -> one.putObject("subject").put("reference", "Patient/9"),
                "not-found Observation.subject");
    }

    @Test
    void onlyTheMediaTypeOfFhirIsTaken() {
        HttpResponse<String> answer =
                send("POST", "Observation", observation("a").toString(), "application/json", "");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(send("POST", "Observation", "{", "application/fhir+json", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void membersAreFoundWithinTheTransaction() {
        ObjectNode bundle = transaction("PUT", observation("a"));
        ObjectNode panel = observation("p");
        panel.remove("valueQuantity");
        panel.putArray("hasMember").addObject().put("reference", "urn:uuid:a");
        bundle.withArray("entry").add(transaction("PUT", panel).path("entry").path(0));

        assertThat(post("", bundle).statusCode()).isEqualTo(200);
        assertThat(
                        simulator
                                .fhir()
                                .observations("clinic")
                                .getLast()
                                .path("hasMember")
                                .path(0)
                                .path("reference")
                                .asText())
                .isEqualTo("Observation/1");
    }

    @Test
    void aDoorOpensForWhatItWasSetUpWith() {
        simulator
                .fhir()
                .add("clinic", List.of("123"), new Fhir.Access("t", "u", "p", "c", "s&cret"));

        assertThat(get("metadata").statusCode()).isEqualTo(200);
        assertThat(get("Patient/123").statusCode()).isEqualTo(401);
        authorization = "Bearer t";
        assertThat(get("Patient/123").statusCode()).isEqualTo(200);
        authorization = "Basic dTpw";
        assertThat(get("Patient/123").statusCode()).isEqualTo(200);
        assertThat(token("client_credentials").statusCode()).isEqualTo(401);
        authorization = "Basic YzpzJTI2Y3JldA==";
        assertThat(token("password").statusCode()).isEqualTo(400);
        authorization = "Bearer " + json(token("client_credentials")).path("access_token").asText();
        assertThat(get("Patient/123").statusCode()).isEqualTo(200);
    }

    @Test
    void faultsStrikeHereToo() {
        simulator.failNext(Fault.serverError(503).onPath("/fhir/"));
        HttpResponse<String> failed = get("metadata");
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(json(failed).path("resourceType").asText()).isEqualTo("OperationOutcome");

        simulator.failNext(Fault.answerLost().onPath("/fhir/"));
        assertThatThrownBy(() -> post("Observation", observation("a")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.fhir().observations("clinic")).hasSize(1);
    }

    @Test
    void theControlCallsSetUpAndLookBack() {
        Phone phone = new Phone(simulator);

        HttpResponse<String> added =
                phone.post("/simulator/fhir", "{\"name\":\"ward\",\"patients\":[\"7\"]}");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).path("url").asText()).endsWith("/fhir/ward");
        assertThat(phone.json("/simulator/fhir").toString())
                .isEqualTo("{\"servers\":[\"clinic\",\"ward\"]}");
        assertThat(phone.json("/simulator/fhir/ward/observations").path("observations")).isEmpty();
        assertThat(phone.get("/simulator/fhir/nowhere/observations").statusCode()).isEqualTo(400);
        assertThat(phone.post("/fhir/nowhere", "{}").statusCode()).isEqualTo(404);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.fhir().add("a b", List.of(), Fhir.Access.OPEN))
                .withMessageContaining("\"a b\"");
    }

    private void refuses(Consumer<ObjectNode> mistake, String issue) {
        ObjectNode observation = observation("a");
        mistake.accept(observation);
        HttpResponse<String> answer = post("Observation", observation);

        assertThat(answer.statusCode()).isBetween(404, 422);
        assertThat(issue(answer)).startsWith(issue);
    }

    private static ObjectNode observation(String name) {
        return weighing(name, 78.4);
    }

    private static ObjectNode weighing(String name, double kilograms) {
        String json =
                """
                {"resourceType":"Observation","status":"final",
                 "identifier":[{"system":"%s","value":"%s"}],
                 "category":[{"coding":[{"system":"http://c.example","code":"vital-signs"}]}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}],"text":"Weight"},
                 "subject":{"reference":"Patient/123"},
                 "effectiveDateTime":"2026-03-27T10:00:00+01:00","issued":"2026-03-27T10:00:00Z",
                 "valueQuantity":{"value":0,"unit":"kg","code":"kg",
                  "system":"http://unitsofmeasure.org"}}
                """
                        .formatted(SYSTEM, name);
        ObjectNode observation = Json.read(json.getBytes(UTF_8), ObjectNode.class);
        observation.withObject("/valueQuantity").put("value", kilograms);
        return observation;
    }

    private static ObjectNode transaction(String method, ObjectNode observation) {
        String name = observation.path("identifier").path(0).path("value").asText();
        ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "transaction");
        ObjectNode entry = bundle.putArray("entry").addObject().put("fullUrl", "urn:uuid:" + name);
        entry.set("resource", observation);
        ObjectNode request = entry.putObject("request").put("method", method);
        if (method.equals("PUT")) {
            request.put("url", "Observation?" + query(name));
        } else {
            request.put("url", "Observation").put("ifNoneExist", query(name));
        }
        return bundle;
    }

    private static String query(String name) {
        return "identifier=" + URLEncoder.encode(SYSTEM + "|" + name, UTF_8);
    }

    private static String response(JsonNode bundle) {
        JsonNode response = bundle.path("entry").path(0).path("response");
        return response.path("status").asText() + " " + response.path("location").asText();
    }

    private static String issue(HttpResponse<String> answer) {
        JsonNode issue = json(answer).path("issue").path(0);
        return issue.path("code").asText() + " " + issue.path("expression").path(0).asText("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body().getBytes(UTF_8), JsonNode.class);
    }

    private HttpResponse<String> get(String place) {
        return send("GET", place, "", "", "");
    }

    private HttpResponse<String> post(String place, ObjectNode body) {
        return send("POST", place, body.toString(), "application/fhir+json", "");
    }

    private HttpResponse<String> put(String place, ObjectNode body, String match) {
        return send("PUT", place, body.toString(), "application/fhir+json", match);
    }

    private HttpResponse<String> token(String grantType) {
        return send(
                "POST",
                "token",
                "grant_type=" + grantType,
                "application/x-www-form-urlencoded",
                "");
    }

    private HttpResponse<String> send(
            String method, String place, String body, String contentType, String match) {
        String base = simulator.apiUrl() + "/fhir/clinic";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(place.isEmpty() ? base : base + "/" + place))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        header(request, "Content-Type", contentType);
        header(request, "If-Match", match);
        header(request, "Authorization", authorization);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (!value.isEmpty()) {
            request.header(name, value);
        }
    }
}
