package io.pulseline.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who wears a simulated Fitbit, is connected, and has a pipeline to a receiver of their
 * own.
 *
 * @param stack the stack they use
 * @param fitbitUser their id at Fitbit
 * @param receiver name of the receiver of their webhooks
 * @param pipelineId their pipeline
 */
record Runner(RunningStack stack, String fitbitUser, String receiver, String pipelineId) {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Ingest wants two looks, so far apart at least ({@code pulseline.sync.vanished-after}). */
    private static final Duration MISSING_FOR_GOOD = Duration.ofMinutes(11);

    /** Connects a new Fitbit user of the demo login and makes a pipeline with both targets. */
    static Runner connected(RunningStack stack) {
        String receiver = "receiver-" + UUID.randomUUID();
        String secret = newSecret();
        String url =
                given().baseUri(stack.simulator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", receiver, "secret", secret))
                        .post("/simulator/receivers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("url");
        return connected(
                stack,
                receiver,
                List.of(
                        Map.of(
                                "id",
                                "webhook",
                                "configuration",
                                Map.of("url", url, "secret", secret, "inlineSeries", true)),
                        Map.of("id", "kafka", "configuration", Map.of())));
    }

    /** Connects a new Fitbit user of the demo login and makes a pipeline with this target alone. */
    static Runner delivering(RunningStack stack, String target, Map<String, Object> settings) {
        return connected(
                stack, "no receiver", List.of(Map.of("id", target, "configuration", settings)));
    }

    private static Runner connected(
            RunningStack stack, String receiver, List<Map<String, Object>> targets) {
        String pipelineId = stack.makesPipeline(pipeline(targets));
        String fitbitUser =
                given().baseUri(stack.simulator())
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "runner", "zone", "Europe/Berlin", "seed", 11))
                        .post("/simulator/users")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("userId");
        Runner runner = new Runner(stack, fitbitUser, receiver, pipelineId);
        runner.connect();
        return runner;
    }

    private static String newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    private static Map<String, Object> pipeline(List<Map<String, Object>> targets) {
        return Map.of(
                "name",
                "acceptance",
                "trigger",
                Map.of("record", "activity"),
                "boosters",
                List.of(Map.of("id", "heart-rate-zones", "configuration", Map.of())),
                "targets",
                targets);
    }

    private void connect() {
        Response setOut =
                stack.asUser()
                        .redirects()
                        .follow(false)
                        .post("/connect/fitbit/start")
                        .then()
                        .statusCode(303)
                        .extract()
                        .response();
        String consentPage = setOut.header("Location");
        String query = URI.create(consentPage).getRawQuery();
        String callback =
                given().urlEncodingEnabled(false)
                        .redirects()
                        .follow(false)
                        .contentType("application/x-www-form-urlencoded")
                        .body("decision=allow&user=" + fitbitUser + "&" + scopes(query))
                        .post(consentPage)
                        .then()
                        .statusCode(302)
                        .extract()
                        .header("Location");
        RunningStack.comesBack(setOut, callback);
    }

    private static String scopes(String query) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("scope=")) {
                String[] asked = pair.substring("scope=".length()).split("%20|\\+", -1);
                return "scope=" + String.join("&scope=", asked);
            }
        }
        throw new AssertionError("the consent page was asked for no scope");
    }

    /** Ends a 32-minute run now; Fitbit notifies, Pulseline answers 204. The id of its log. */
    String finishesRun(Map<String, Object> extra) {
        Response performed = performs(extra);
        assertThat(performed.jsonPath().getInt("notificationStatus")).isEqualTo(204);
        return performed.jsonPath().getString("logId");
    }

    /** Ends a 32-minute run now, whatever the notification is answered with. */
    Response performs(Map<String, Object> extra) {
        var activity =
                new java.util.HashMap<String, Object>(
                        Map.of("type", "Run", "minutes", 32, "gps", true, "notify", true));
        activity.putAll(extra);
        return given().baseUri(stack.simulator())
                .contentType(ContentType.JSON)
                .body(activity)
                .post("/simulator/users/" + fitbitUser + "/activities")
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    /** Changes an activity in Fitbit's app, for example its name; Fitbit notifies. */
    void edits(String logId, Map<String, Object> change) {
        simulator()
                .body(change)
                .patch("/simulator/users/" + fitbitUser + "/activities/" + logId)
                .then()
                .statusCode(200);
    }

    /**
     * Deletes an activity in Fitbit's app, and lets the time go by after which one that lacks is
     * taken for deleted. It goes by only when ingest has noted that the activity lacks: a clock set
     * forward between question and note would make the first look a late one.
     */
    void deletes(String logId) {
        String list = "/activities/list.json";
        int before = stack.requests(fitbitUser, list);
        String lastRead = stack.lastRead(fitbitUser, PayloadKind.ACTIVITY);
        given().baseUri(stack.simulator())
                .delete("/simulator/users/" + fitbitUser + "/activities/" + logId)
                .then()
                .statusCode(200);
        stack.awaitMoreRequests(fitbitUser, list, before);
        await().atMost(LIMIT)
                .until(() -> !stack.lastRead(fitbitUser, PayloadKind.ACTIVITY).equals(lastRead));
        stack.advanceClock(MISSING_FOR_GOOD);
    }

    /** The one run of this pipeline, once it has ended as it should. */
    Map<String, Object> awaitRun(String status) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(runs()).singleElement().extracting("status").isEqualTo(status));
        return runs().getFirst();
    }

    /** The receiver's messages that verified and are about this log. */
    List<Map<String, Object>> webhooksAbout(String logId) {
        JsonPath messages =
                given().baseUri(stack.simulator())
                        .get("/simulator/receivers/" + receiver + "/messages")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return messages.getList(
                "messages.findAll { it.verified && it.body.data.thingKey == 'FITBIT:"
                        + logId
                        + "' }");
    }

    /** Runs of this pipeline, newest first. */
    List<Map<String, Object>> runs() {
        return stack.asUser()
                .queryParam("limit", 100)
                .get("/api/runs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("runs.findAll { it.pipelineId == '" + pipelineId + "' }");
    }

    /** The simulator programs the next answers of this runner's receiver. */
    void receiverAnswers(Integer... statuses) {
        simulator()
                .body(Map.of("statuses", List.of(statuses)))
                .post("/simulator/receivers/" + receiver + "/answers")
                .then()
                .statusCode(204);
    }

    private RequestSpecification simulator() {
        return given().baseUri(stack.simulator()).contentType(ContentType.JSON);
    }
}
