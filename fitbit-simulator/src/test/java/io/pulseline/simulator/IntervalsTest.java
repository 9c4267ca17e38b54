package io.pulseline.simulator;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.garmin.fit.File;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.intervals.IntervalsActivity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    private static final Instant START = Instant.parse("2026-03-27T08:00:00Z");
    private static final String KEY = "2f9k-secret";

    private final FitbitSimulator simulator = Morning.simulator();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String athlete = simulator.intervals().hasKey(KEY);

    @AfterEach
    void close() {
        http.close();
        simulator.close();
    }

    @Test
    void theKeyIsThePasswordOfTheUserApiKey() {
        assertThat(get("/athlete/0", basic("API_KEY", KEY)).body()).contains(athlete);
        assertThat(get("/athlete/" + athlete, basic("API_KEY", KEY)).statusCode()).isEqualTo(200);
        HttpResponse<String> trap = get("/athlete/0", basic(KEY, "API_KEY"));
        assertThat(trap.statusCode()).isEqualTo(401);
        assertThat(json(trap)).isEqualTo(tree("{'status':401,'error':'Unauthorized'}"));
        assertThat(get("/athlete/0", "Bearer " + KEY).statusCode()).isEqualTo(403);
        assertThat(get("/athlete/i7", basic("API_KEY", KEY)).statusCode()).isEqualTo(403);
        simulator.intervals().revokesKeys(athlete);
        assertThat(get("/athlete/0", basic("API_KEY", KEY)).statusCode()).isEqualTo(401);
    }

    @Test
    void anActivityIsTakenChangedFoundAndDeleted() {
        HttpResponse<String> taken = upload("?name=" + encoded("Früh & gut") + "&external_id=r1");

        assertThat(taken.statusCode()).isEqualTo(201);
        String id = json(taken).path("id").asText();
        assertThat(id).matches("i[0-9]+");
        IntervalsActivity activity = simulator.intervals().activities().getFirst();
        assertThat(activity.name()).isEqualTo("Früh & gut");
        assertThat(activity.externalId()).isEqualTo("r1");
        assertThat(activity.file().start()).isEqualTo(START);
        assertThat(activity.file().heartRates()).isEqualTo(11);

        JsonNode found = json(call("GET", list("2026-03-27", "2026-03-27"), "")).path(0);
        assertThat(found.path("external_id").asText()).isEqualTo("r1");
        assertThat(found.path("start_date_local").asText()).isEqualTo("2026-03-27T08:00");
        assertThat(json(call("GET", list("2026-03-28", "2026-03-29"), ""))).isEmpty();

        assertThat(call("PUT", "/activity/" + id, "{'type':'TrailRun'}").statusCode())
                .isEqualTo(200);
        assertThat(simulator.intervals().activities().getFirst().type()).isEqualTo("TrailRun");
        assertThat(call("PUT", "/activity/" + id, "{'type':'Levitation'}").statusCode())
                .isEqualTo(422);
        assertThat(call("PUT", "/activity/" + id, "{'sport':'Run'}").statusCode()).isEqualTo(400);

        assertThat(call("DELETE", "/activity/" + id, "").statusCode()).isEqualTo(200);
        assertThat(call("DELETE", "/activity/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void idsMayBeNumbersAndTheListMayTellLess() {
        simulator
                .intervals()
                .set(
                        simulator
                                .intervals()
                                .knobs()
                                .changed(
                                        tree(
                                                "{'numericIds':true,'tellsExternalIds':false,"
                                                        + "'tellsInstants':false}")));

        long id = json(upload("?external_id=r1")).path("id").asLong();

        JsonNode found = json(call("GET", list("2026-03-27", "2026-03-27"), "")).path(0);
        assertThat(found.path("id").asLong()).isEqualTo(id).isPositive();
        assertThat(found.has("external_id")).isFalse();
        assertThat(found.has("start_date")).isFalse();
        assertThat(call("DELETE", "/activity/" + id, "").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoActivityIsRefused() {
        assertThat(json(upload("", FitFiles.of(File.WORKOUT, START, true))).path("error").asText())
                .isEqualTo("Not an activity file");
        assertThat(upload("", "nonsense".getBytes(UTF_8)).statusCode()).isEqualTo(422);
        FitBytes timeless =
                FitBytes.activity(LITTLE_ENDIAN)
                        .message(
                                FitBytes.SESSION,
                                FitBytes.time(2, START),
                                FitBytes.value(5, FitBytes.ENUM, 1));
        assertThat(json(upload("", timeless.file())).path("error").asText())
                .isEqualTo("Session without start, time or sport");
        assertThat(json(upload("?name=" + "n".repeat(81))).path("error").asText())
                .isEqualTo("Name is too long");
        assertThat(call("POST", "/athlete/0/activities", "FIT").statusCode()).isEqualTo(308);
        assertThat(simulator.intervals().activities()).isEmpty();
    }

    @Test
    void aDayKeepsWhatIsNotChanged() {
        String day = "/athlete/0/wellness/2026-03-27";

        call("PUT", day, "{'restingHR':57,'weight':78.4}");
        JsonNode changed = json(call("PUT", day, "{'hrv':41.2,'restingHR':-1}"));

        assertThat(changed).isEqualTo(tree("{'id':'2026-03-27','weight':78.4,'hrv':41.2}"));
        assertThat(json(call("GET", day, ""))).isEqualTo(changed);
        assertThat(simulator.intervals().wellness().get(athlete))
                .containsExactly((ObjectNode) changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'restingHr':57}",
                "{'restingHR':57.5}",
                "{'restingHR':'57'}",
                "{'restingHR':5}",
                "{'hrv':0.04}",
                "{'sleepSecs':90000}",
                "{'spO2':0.96}",
                "{'steps':null}",
                "{}"
            })
    void aDayTakesKnownFieldsOfPlausibleValuesOnly(String body) {
        assertThat(call("PUT", "/athlete/0/wellness/2026-03-27", body).statusCode()).isEqualTo(422);
        assertThat(call("PUT", "/athlete/0/wellness/27.3.2026", "{'steps':1}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoAsksTooOftenMustWait() {
        simulator
                .intervals()
                .set(
                        simulator
                                .intervals()
                                .knobs()
                                .changed(tree("{'burst':3,'requestsPerSecond':1}")));

        assertThat(
                        IntStream.range(0, 6)
                                .mapToObj(_ -> get("/athlete/0", basic("API_KEY", KEY)))
                                .map(HttpResponse::statusCode))
                .startsWith(200, 200, 200)
                .contains(429);
    }

    @Test
    void callsGoWrongWhenOrdered() {
        simulator.failNext(Fault.serverError(503).onPath("/intervals/"));
        assertThat(json(get("/athlete/0", basic("API_KEY", KEY))).path("status").asInt())
                .isEqualTo(503);
        simulator.failNext(Fault.halfAnswer().onPath("/intervals/"));
        assertThatThrownBy(() -> get("/athlete/0", basic("API_KEY", KEY)))
                .isInstanceOf(UncheckedIOException.class);
        simulator.failNext(Fault.answerLost().onPath("/intervals/"));
        assertThatThrownBy(() -> upload("")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.intervals().activities()).hasSize(1);
    }

    @Test
    void theControlCallsSetUpAndLookBack() {
        JsonNode made = json(control("POST", "/keys", "{}"));
        assertThat(made.path("athleteId").asText()).isNotEqualTo(athlete);
        assertThat(json(control("GET", "/keys", "")).path("keys")).hasSize(2);
        upload("?external_id=r1");
        call("PUT", "/athlete/0/wellness/2026-03-27", "{'steps':9342}");

        JsonNode activity = json(control("GET", "/activities", "")).path("activities").path(0);
        assertThat(activity.path("externalId").asText()).isEqualTo("r1");
        assertThat(activity.path("file").path("records").asInt()).isEqualTo(11);
        assertThat(json(control("GET", "/wellness", "")).path("athletes").path(athlete).path(0))
                .isEqualTo(tree("{'id':'2026-03-27','steps':9342}"));
        assertThat(json(control("POST", "/knobs", "{'burst':5}")).path("burst").asInt())
                .isEqualTo(5);
        assertThat(control("DELETE", "/athletes/" + athlete + "/keys", "").statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> upload(String query) {
        return upload(query, FitFiles.run(START));
    }

    private HttpResponse<String> upload(String query, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --b
                Content-Disposition: form-data; name="file"; filename="r1.fit"
                Content-Type: application/octet-stream

                """
                        .replace("\n", "\r\n")
                        .getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return send(
                request("/athlete/0/activities" + query)
                        .header("Authorization", basic("API_KEY", KEY))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> get(String path, String authorization) {
        return send(request(path).header("Authorization", authorization));
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return send(
                request(path)
                        .header("Authorization", basic("API_KEY", KEY))
                        .header("Content-Type", "application/json")
                        .method(method, publisher(body)));
    }

    private HttpResponse<String> control(String method, String path, String body) {
        return send(
                HttpRequest.newBuilder(
                                URI.create(simulator.apiUrl() + "/simulator/intervals" + path))
                        .method(method, publisher(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.apiUrl() + "/intervals/api/v1" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(String body) {
        return HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
    }

    private static String list(String oldest, String newest) {
        return "/athlete/0/activities?oldest=" + oldest + "&newest=" + newest;
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body().getBytes(UTF_8), JsonNode.class);
    }

    private static JsonNode tree(String text) {
        return Json.read(text.replace('\'', '"').getBytes(UTF_8), JsonNode.class);
    }
}
