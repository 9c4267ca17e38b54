package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.garmin.fit.File;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.strava.StravaActivity;
import io.pulseline.simulator.strava.StravaScope;
import io.pulseline.simulator.strava.StravaTokens;
import io.pulseline.simulator.strava.StravaUpload;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StravaTest {
    private static final Instant START = Instant.parse("2026-03-27T08:00:00Z");

    private final FitbitSimulator simulator = Morning.simulator();
    private final StravaTokens tokens =
            simulator.strava().hasConsent("anna", StravaScope.READ, StravaScope.ACTIVITY_WRITE);
    private final StravaPhone phone = new StravaPhone(simulator, tokens.accessToken());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aFileIsProcessedAndBecomesAnActivity() {
        HttpResponse<String> taken =
                phone.upload(
                        FitFiles.run(START),
                        Map.of(
                                "data_type", "fit",
                                "external_id", "record-1",
                                "name", "Früh am Morgen",
                                "trainer", "1"));

        assertThat(taken.statusCode()).isEqualTo(201);
        String upload = Phone.read(taken).path("id_str").asText();
        assertThat(Phone.read(taken).path("activity_id").isNull()).isTrue();
        assertThat(poll(upload).path("status").asText())
                .isEqualTo("Your activity is still being processed.");
        JsonNode ready = poll(upload);
        assertThat(ready.path("status").asText()).isEqualTo("Your activity is ready.");
        StravaActivity activity = simulator.strava().activities().getFirst();
        assertThat(ready.path("activity_id").asLong()).isEqualTo(activity.id());
        assertThat(activity.id()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(activity.name()).isEqualTo("Früh am Morgen");
        assertThat(activity.externalId()).isEqualTo("record-1");
        assertThat(activity.trainer()).isTrue();
        assertThat(activity.sportType()).isEqualTo("Run");
        assertThat(activity.file().start()).isEqualTo(START);
        assertThat(activity.file().elapsedSeconds()).isEqualTo(600);
        assertThat(activity.file().distanceMetres()).isEqualTo(2000);
        assertThat(activity.file().heartRates()).isEqualTo(11);
    }

    @Test
    void theSameStartAgainIsADuplicate() {
        at("{\"processingPolls\":0}");
        phone.upload(FitFiles.run(START));
        long first = simulator.strava().activities().getFirst().id();

        JsonNode second = Phone.read(phone.upload(FitFiles.run(START)));
        assertThat(second.path("error").asText())
                .isEqualTo("r1.fit duplicate of activity " + first);
        assertThat(second.path("activity_id").isNull()).isTrue();

        at("{\"duplicatesAsLink\":true}");
        assertThat(Phone.read(phone.upload(FitFiles.run(START))).path("error").asText())
                .contains("duplicate of <a href='/activities/" + first + "'");
        assertThat(simulator.strava().activities()).hasSize(1);
        // Of somebody else it is none.
        StravaTokens ben = simulator.strava().hasConsent("ben", StravaScope.ACTIVITY_WRITE);
        new StravaPhone(simulator, ben.accessToken()).upload(FitFiles.run(START));
        assertThat(simulator.strava().activities()).hasSize(2);
    }

    @Test
    void anUploadNobodyAskedForIsStillTheFirst() {
        phone.upload(FitFiles.run(START));
        String second = Phone.read(phone.upload(FitFiles.run(START))).path("id_str").asText();

        assertThat(poll(second).path("error").isNull()).isTrue();
        assertThat(poll(second).path("error").asText()).contains("duplicate of activity");
        assertThat(simulator.strava().uploads().getFirst().activityId()).isNotNull();
    }

    @Test
    void processingMayTakeSimulatedTime() {
        at("{\"processingPolls\":0,\"processingSeconds\":30}");
        String upload = Phone.read(phone.upload(FitFiles.run(START))).path("id_str").asText();

        assertThat(poll(upload).path("activity_id").isNull()).isTrue();
        simulator.advance(Duration.ofSeconds(30));
        assertThat(poll(upload).path("activity_id").isNull()).isFalse();
    }

    @Test
    void filesThatAreNoActivityAreRejectedWithAReason() {
        at("{\"processingPolls\":0}");

        assertThat(rejection("not a FIT file, but some text".getBytes(UTF_8)))
                .isEqualTo("Unrecognized file type.");
        assertThat(rejection(new byte[0])).isEqualTo("The file is empty.");
        byte[] broken = FitFiles.run(START);
        broken[broken.length / 2] ^= 1;
        assertThat(rejection(broken)).isEqualTo("The file is malformed.");
        assertThat(rejection(FitFiles.of(File.WORKOUT, START, true))).contains("type activity");
        assertThat(rejection(FitFiles.of(File.ACTIVITY, START, false))).contains("no records");
        at("{\"rejection\":\"Sorry\"}");
        assertThat(rejection(FitFiles.run(START))).isEqualTo("Sorry");
        assertThat(simulator.strava().activities()).isEmpty();
    }

    @Test
    void wrongFormsAreRefusedAtOnce() {
        assertThat(phone.upload(FitFiles.run(START), Map.of()).statusCode()).isEqualTo(400);
        assertThat(phone.upload(FitFiles.run(START), Map.of("data_type", "kml")).statusCode())
                .isEqualTo(400);
        assertThat(
                        phone.upload(
                                        FitFiles.run(START),
                                        Map.of("data_type", "fit", "trainer", "true"))
                                .statusCode())
                .isEqualTo(400);
        assertThat(simulator.strava().uploads()).isEmpty();
    }

    @Test
    void anActivityIsChanged() {
        at("{\"processingPolls\":0}");
        phone.upload(FitFiles.run(START));
        String path =
                "/strava/api/v3/activities/" + simulator.strava().activities().getFirst().id();

        HttpResponse<String> answer =
                phone.put(
                        path,
                        "{\"name\":\"New\",\"sport_type\":\"TrailRun\",\"hide_from_home\":true}");

        assertThat(answer.statusCode()).isEqualTo(200);
        StravaActivity activity = simulator.strava().activities().getFirst();
        assertThat(activity.name()).isEqualTo("New");
        assertThat(activity.sportType()).isEqualTo("TrailRun");
        assertThat(activity.hideFromHome()).isTrue();
        assertThat(phone.put(path, "{\"sport_type\":\"Chess\"}").statusCode()).isEqualTo(400);
        assertThat(phone.put(path, "{\"title\":\"?\"}").statusCode()).isEqualTo(400);
        assertThat(phone.put("/strava/api/v3/activities/1", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void bothWindowsCountAndUploadsAreNoReads() {
        at("{\"fifteenMinutes\":4,\"fifteenMinutesReading\":2,\"day\":6}");

        phone.upload(FitFiles.run(START));
        phone.get("/strava/api/v3/athlete");
        HttpResponse<String> second = phone.get("/strava/api/v3/athlete");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("X-RateLimit-Limit")).hasValue("4,6");
        assertThat(second.headers().firstValue("X-RateLimit-Usage")).hasValue("3,3");
        assertThat(second.headers().firstValue("X-ReadRateLimit-Limit")).hasValue("2,1000");
        assertThat(second.headers().firstValue("X-ReadRateLimit-Usage")).hasValue("2,2");

        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(429);
        // Refused calls count, too: the fifth in the quarter, whatever it is.
        assertThat(phone.upload(FitFiles.run(START)).statusCode()).isEqualTo(429);
        simulator.advance(Duration.ofMinutes(15));
        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(200);
        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(429);
        simulator.advance(Duration.ofHours(14));
        StravaTokens fresh = simulator.strava().hasConsent("anna", StravaScope.READ);
        StravaPhone tomorrow = new StravaPhone(simulator, fresh.accessToken());
        assertThat(tomorrow.get("/strava/api/v3/athlete").statusCode()).isEqualTo(200);
        assertThat(simulator.strava().usage().overLimit()).isEqualTo(3);
    }

    @Test
    void tokensEndAndScopesAreNeeded() {
        StravaTokens reading = simulator.strava().hasConsent("carl", StravaScope.READ);
        StravaPhone carl = new StravaPhone(simulator, reading.accessToken());
        assertThat(carl.get("/strava/api/v3/athlete").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = carl.upload(FitFiles.run(START));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("activity:write_permission");

        simulator.advance(Duration.ofHours(6));
        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(401);
    }

    @Test
    void ordersToFailHoldHereToo() {
        simulator.failNext(Fault.serverError(503).onPath("/strava/"));
        simulator.failNext(Fault.halfAnswer().onPath("/strava/"));

        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> phone.get("/strava/api/v3/athlete"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(200);
    }

    @Test
    void theControlApiTellsWhatTheFilesSay() {
        at("{\"processingPolls\":0}");
        phone.upload(FitFiles.run(START));
        Phone operator = new Phone(simulator);

        JsonNode activity =
                operator.json("/simulator/strava/activities").path("activities").path(0);
        assertThat(activity.path("file").path("sport").asText()).isEqualTo("RUNNING");
        assertThat(activity.path("file").path("heartRates").asInt()).isEqualTo(11);
        JsonNode upload = operator.json("/simulator/strava/uploads").path("uploads").path(0);
        assertThat(upload.path("externalId").asText()).isEqualTo("r1");
        assertThat(operator.json("/simulator/strava/usage").path("day").asInt()).isEqualTo(1);
        assertThat(operator.post("/simulator/strava/knobs", "{\"wrong\":1}").statusCode())
                .isEqualTo(400);
        operator.delete("/simulator/strava/athletes/" + tokens.athlete().id() + "/consent");
        assertThat(phone.get("/strava/api/v3/athlete").statusCode()).isEqualTo(401);
        operator.delete("/simulator/state");
        assertThat(simulator.strava().uploads()).extracting(StravaUpload::id).isEmpty();
    }

    private void at(String change) {
        simulator
                .strava()
                .set(
                        simulator
                                .strava()
                                .knobs()
                                .changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }

    private JsonNode poll(String upload) {
        return Phone.read(phone.get(StravaPhone.UPLOADS + "/" + upload));
    }

    private String rejection(byte[] file) {
        JsonNode answer = Phone.read(phone.upload(file));
        assertThat(answer.path("status").asText())
                .isEqualTo("There was an error processing your activity.");
        return answer.path("error").asText();
    }
}
