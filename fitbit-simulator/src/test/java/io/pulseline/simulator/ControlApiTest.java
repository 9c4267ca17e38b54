package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {
    private final FitbitSimulator simulator = Morning.simulator();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aFollowerOfTheClockTellsWhatItShows() throws Exception {
        // When
        JsonNode answer = json("/simulator/clock?follower=ingest&shown=2026-03-27T09:59:59Z");

        // Then
        assertThat(answer.path("standing").asBoolean()).isTrue();
        assertThat(json("/simulator/clock/followers").path("ingest").asText())
                .isEqualTo("2026-03-27T09:59:59Z");
    }

    @Test
    void aFollowerThatWouldWaitIsAnsweredWhenThereIsAnotherTime() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::followed);

        post("/simulator/clock", "{\"advanceSeconds\":60}");

        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("2026-03-27T10:01:00Z");
    }

    /** As a follower asks: again and again, because no answer waits longer than half a second. */
    private String followed() {
        String shown = "2026-03-27T10:00:00Z";
        String now = shown;
        for (int asked = 0; asked < 20 && now.equals(shown); asked++) {
            now = json("/simulator/clock?wait=500&shown=" + shown).path("now").asText();
        }
        return now;
    }

    @Test
    void healthInfoAndClock() {
        assertThat(json("/simulator/health").path("status").asText()).isEqualTo("UP");
        assertThat(json("/simulator/info").path("apiUrl").asText()).isEqualTo(simulator.apiUrl());
        assertThat(json("/simulator/info").path("authorizeUrl").asText())
                .isEqualTo(simulator.apiUrl() + "/oauth2/authorize");
        assertThat(json("/simulator/info").path("receiverUrl").asText())
                .isEqualTo(simulator.apiUrl() + "/receiver");
        assertThat(json("/simulator/info").path("clientId").asText()).isEqualTo("22B8M7");
        assertThat(json("/simulator/clock").path("now").asText()).isEqualTo("2026-03-27T10:00:00Z");
        assertThat(post("/simulator/clock", "{\"advanceSeconds\":240}").body())
                .contains("\"now\":\"2026-03-27T10:04:00Z\"");
    }

    @Test
    void aRunAddedOverHttpAnswersItsTruth() {
        String user = addUser();

        HttpResponse<String> answer =
                post(
                        "/simulator/users/" + user + "/activities",
                        """
                        {"type":"Run","minutes":32,"end":null,"gps":true,
                         "heartRateAvailableAfterSeconds":240,"tcxAvailableAfterSeconds":30,
                         "tcxMeanwhile":"notFound","pauseMinutes":2,"quirks":["withoutSource"]}
                        """);
        JsonNode truth = Phone.read(answer);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(truth.path("logId").asLong()).isGreaterThan(1L << 31);
        assertThat(truth.path("start").asText()).isEqualTo("2026-03-27T10:28:00+01:00");
        assertThat(truth.path("durationMilliseconds").asLong()).isEqualTo(1_920_000);
        assertThat(truth.path("activeDurationMilliseconds").asLong()).isEqualTo(1_800_000);
        assertThat(truth.path("distanceMetres").asDouble()).isPositive();
        assertThat(truth.path("heartRateSampleCount").asInt()).isGreaterThan(380);
        assertThat(truth.path("trackPointCount").asInt()).isGreaterThan(400);
        assertThat(truth.path("heartRateAvailableAt").asText()).isEqualTo("2026-03-27T10:04:00Z");
        assertThat(truth.path("notificationStatus").isNull()).isTrue();
    }

    @Test
    void anActivityCanBeEditedListedAndDeleted() {
        String activities = "/simulator/users/" + addUser() + "/activities";
        long logId = Phone.read(post(activities, "{\"logId\":99999999999}")).path("logId").asLong();
        assertThat(logId).isEqualTo(99_999_999_999L);
        post("/simulator/clock", "{\"advanceSeconds\":60}");

        JsonNode edited =
                Phone.read(
                        new Phone(simulator)
                                .patch(
                                        activities + "/" + logId,
                                        "{\"name\":\"Park\",\"steps\":7}"));

        assertThat(edited.path("name").asText()).isEqualTo("Park");
        assertThat(edited.path("steps").asInt()).isEqualTo(7);
        assertThat(edited.path("lastModified").asText()).isEqualTo("2026-03-27T10:01:00Z");
        assertThat(json(activities).path("activities")).hasSize(1);
        assertThat(new Phone(simulator).delete(activities + "/" + logId).statusCode())
                .isEqualTo(200);
        assertThat(json(activities).path("activities")).isEmpty();
    }

    @Test
    void faultsSwitchesAndRequestsOverHttp() {
        post("/simulator/faults", "{\"kind\":\"serverError\",\"status\":503,\"path\":\"profile\"}");
        HttpResponse<String> failed = new Phone(simulator).get("/1/user/-/profile.json");
        JsonNode switches =
                Phone.read(post("/simulator/switches", "{\"gone\":true,\"requestsPerHour\":20}"));
        HttpResponse<String> gone = new Phone(simulator).get("/1/user/-/devices.json?a=b");

        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(switches.path("gone").asBoolean()).isTrue();
        assertThat(switches.path("requestsPerHour").asInt()).isEqualTo(20);
        assertThat(gone.statusCode()).isEqualTo(410);
        JsonNode seen = json("/simulator/requests?path=devices").path("requests");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("status").asInt()).isEqualTo(410);
        assertThat(seen.path(0).path("query").asText()).isEqualTo("a=b");
    }

    @Test
    void receiversOverHttp() {
        HttpResponse<String> own = post("/simulator/receivers", "{\"name\":\"demo\"}");
        post("/simulator/receivers/demo/answers", "{\"statuses\":[500,200]}");
        new Phone(simulator).post("/receiver/demo", "{}");

        assertThat(own.statusCode()).isEqualTo(201);
        assertThat(Phone.read(own).path("secret").asText()).startsWith("whsec_");
        assertThat(Phone.read(own).path("url").asText())
                .isEqualTo(simulator.apiUrl() + "/receiver/demo");
        JsonNode messages = json("/simulator/receivers/demo/messages").path("messages");
        assertThat(messages).hasSize(1);
        assertThat(messages.path(0).path("verified").asBoolean()).isFalse();
    }

    @Test
    void resetForgetsEverything() {
        addUser();
        post("/simulator/clock", "{\"advanceSeconds\":60}");
        post("/simulator/switches", "{\"gone\":true}");
        post("/simulator/faults", "{\"kind\":\"hang\"}");
        new Phone(simulator).get("/1/user/-/profile.json");

        assertThat(new Phone(simulator).delete("/simulator/state").statusCode()).isEqualTo(204);

        assertThat(json("/simulator/users").path("users")).isEmpty();
        assertThat(json("/simulator/requests").path("requests")).isEmpty();
        assertThat(json("/simulator/faults").path("faults")).isEmpty();
        assertThat(json("/simulator/switches").path("gone").asBoolean()).isFalse();
        assertThat(json("/simulator/clock").path("now").asText()).isEqualTo("2026-03-27T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/simulator/users|{\"zone\":\"Mars/Olympus\"}|Mars/Olympus",
                "/simulator/users|{\"colour\":\"red\"}|colour",
                "/simulator/users|[1|does not fit",
                "/simulator/users|null|JSON null",
                "/simulator/users/NOBODY/activities|{}|NOBODY",
                "/simulator/users/NOBODY/notifications|{}|NOBODY",
                "/simulator/clock|{\"advanceSeconds\":-5}|go back",
                "/simulator/faults|{\"kind\":\"flood\"}|flood",
                "/simulator/faults|{}|kind is missing",
                "/simulator/switches|{\"gone\":3}|gone",
                "/simulator/receivers|{}|name is missing",
                "/simulator/receivers|{\"name\":\"a b\"}|a b",
                "/simulator/receivers/x/answers|{\"statuses\":[200]}|\"x\\\"",
                "/simulator/notifications|{}|rawBody",
                "/simulator/subscriber|{\"url\":\"/x\"}|absolute",
            })
    void aWrongBodyIsRefusedAndSaysWhy(String path, String body, String reason) {
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Chess\"}|chess",
                "{\"minutes\":0}|must last",
                "{\"minutes\":1500}|must last",
                "{\"minutes\":10,\"pauseMinutes\":10}|does not fit",
                "{\"quirks\":[\"odd\"]}|odd",
                "{\"tcxMeanwhile\":\"late\"}|late",
            })
    void anImpossibleActivityIsRefusedAndSaysWhy(String body, String reason) {
        HttpResponse<String> answer = post("/simulator/users/" + addUser() + "/activities", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void aBodyOverOneMebibyteIsTooLarge() {
        assertThat(post("/simulator/users", " ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
        assertThat(post("/receiver/nobody", " ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownControlCallSaysSo() {
        HttpResponse<String> answer = new Phone(simulator).get("/simulator/weather");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/simulator/weather");
    }

    private String addUser() {
        HttpResponse<String> answer =
                post(
                        "/simulator/users",
                        "{\"zone\":\"Europe/Berlin\",\"seed\":7,\"name\":\"anna\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return Phone.read(answer).path("userId").asText();
    }

    private JsonNode json(String path) {
        return new Phone(simulator).json(path);
    }

    private HttpResponse<String> post(String path, String body) {
        return new Phone(simulator).post(path, body);
    }
}
