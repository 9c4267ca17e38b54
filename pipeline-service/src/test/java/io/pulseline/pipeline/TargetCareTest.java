package io.pulseline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trying targets, changing their secrets, and sending again what they should have. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class TargetCareTest {
    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
    }

    @Test
    void aTrialOfAWebhookIsSignedAndTellsOfNothing() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));

        anna.asks()
                .post(target(pipeline) + "/test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("status", equalTo(200))
                .body("reason", nullValue());

        WebhookReceiver.Received trial = receiver.received().getFirst();
        assertThat(trial.json().path("type").asText()).isEqualTo("pulseline.test");
        assertThat(trial.json().path("data").isEmpty()).isTrue();
        assertThat(trial.isSignedWith(secret(pipeline))).isTrue();
    }

    @Test
    void aTrialThatFailsSaysHow() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        receiver.answerNext(422);

        anna.asks()
                .post(target(pipeline) + "/test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("status", equalTo(422))
                .body("reason", equalTo("the receiver answered 422"));
    }

    @Test
    void aTrialThatSucceedsEnablesADisabledTarget() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        receiver.answerNext(410);
        Activity gone = run("disabled");
        anna.publish(gone);
        anna.awaitStatus(runOf(pipeline, gone), "FAILED");

        anna.asks().post(target(pipeline) + "/test").then().statusCode(200);

        anna.asks()
                .get(path(pipeline))
                .then()
                .body("targets[0].disabledAt", nullValue())
                .body("targets[0].disabledReason", nullValue());
    }

    @Test
    void whileASecretIsReplacedBothHold() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        String old = secret(pipeline);

        JsonPath replaced =
                anna.asks()
                        .body("{}")
                        .post(target(pipeline) + "/secret")
                        .then()
                        .statusCode(200)
                        .body("previousUntil", notNullValue())
                        .extract()
                        .jsonPath();
        anna.asks().post(target(pipeline) + "/test").then().statusCode(200);

        String fresh = replaced.getString("secret");
        WebhookReceiver.Received trial = receiver.received().getFirst();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        assertThat(trial.isSignedWith(fresh)).isTrue();
        assertThat(trial.isSignedWith(old)).isTrue();
    }

    @Test
    void withoutAnOverlapOnlyTheNewSecretHolds() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        String old = secret(pipeline);

        anna.asks()
                .body("{\"overlapHours\": 0}")
                .post(target(pipeline) + "/secret")
                .then()
                .statusCode(200)
                .body("previousUntil", nullValue());
        anna.asks().post(target(pipeline) + "/test").then().statusCode(200);

        assertThat(receiver.received().getFirst().isSignedWith(old)).isFalse();
    }

    @Test
    void aSecretOfTheUsersOwnIsCheckedAndNotShownAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        String own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

        anna.asks()
                .body("{\"secret\": \"short\", \"overlapHours\": 1}")
                .post(target(pipeline) + "/secret")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("secret"))
                .body("errors[0].reason", containsString("whsec_"));
        anna.asks()
                .body("{\"secret\": \"" + own + "\"}")
                .post(target(pipeline) + "/secret")
                .then()
                .statusCode(200)
                .body("secret", nullValue());
        anna.asks().post(target(pipeline) + "/test").then().statusCode(200);

        assertThat(receiver.received().getFirst().isSignedWith(own)).isTrue();
    }

    @Test
    void aSecretMayHaveANameOfItsOwnInTheConfiguration() {
        JsonPath pipeline =
                anna.pipeline(
                        """
                        {"id": "intervals-icu", "configuration": {}}\
                        """);
        anna.asks()
                .get(path(pipeline))
                .then()
                .body("targets[0].pausedReason", containsString("is missing"));

        anna.asks()
                .body("{\"secret\": \"abc123\"}")
                .post(target(pipeline) + "/secret")
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("previousUntil", nullValue());

        anna.asks().get(path(pipeline)).then().body("targets[0].pausedAt", nullValue());
    }

    @Test
    void aTargetWithoutASecretTakesNone() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());

        anna.asks()
                .body("{\"secret\": \"abc\"}")
                .post(target(pipeline) + "/secret")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("secret"));
    }

    @Test
    void aFailedDeliveryGoesOutAgainUnderItsOwnId() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        receiver.answerNext(422);
        Activity activity = run("refused");
        anna.publish(activity);
        JsonPath failed = anna.awaitStatus(runOf(pipeline, activity), "FAILED");

        redeliver(failed.getString("deliveries[0].deliveryId")).statusCode(202);
        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::id)
                .containsOnly(failed.getString("deliveries[0].deliveryId"))
                .hasSize(2);
    }

    @Test
    void whatWaitsForAPausedTargetEndsWhenItIsRemoved() {
        JsonPath pipeline = anna.pipeline("{\"id\": \"intervals-icu\", \"configuration\": {}}");
        Activity activity = run("waits");
        anna.publish(activity);
        UUID runId = runOf(pipeline, activity);
        anna.awaitRun(
                runId,
                run ->
                        String.valueOf(run.getString("deliveries[0].reason"))
                                .startsWith("the target is paused"));

        anna.asks().delete(path(pipeline)).then().statusCode(204);

        assertThat(anna.awaitStatus(runId, "FAILED").getString("reason"))
                .contains("the target was removed");
    }

    @Test
    void nothingIsSentAgainToATargetThatIsDisabled() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        receiver.answerNext(410);
        Activity activity = run("gone");
        anna.publish(activity);
        JsonPath failed = anna.awaitStatus(runOf(pipeline, activity), "FAILED");

        redeliver(failed.getString("deliveries[0].deliveryId")).statusCode(409);
        redeliverAll(pipeline, Instant.EPOCH, Instant.now().plusSeconds(60), true)
                .body("taken", equalTo(0))
                .body("passed", equalTo(1));
    }

    @Test
    void ofACancelledRunNothingIsSentAgain() {
        try (WebhookReceiver other = new WebhookReceiver()) {
            JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.webhook(other));
            other.postponeNext(Duration.ofHours(1));
            Activity activity = run("cancelled");
            anna.publish(activity);
            UUID runId = runOf(pipeline, activity);
            JsonPath halfway =
                    anna.awaitRun(
                            runId,
                            run ->
                                    run.getList("deliveries.status")
                                                    .containsAll(List.of("DELIVERED", "DUE"))
                                            && run.getList("deliveries.attempts")
                                                    .equals(List.of(1, 1)));
            anna.asks().post("/api/runs/" + runId + "/cancel").then().statusCode(202);

            redeliver(halfway.getString("deliveries.find { it.status == 'DELIVERED' }.deliveryId"))
                    .statusCode(409)
                    .body("detail", containsString("cancelled"));

            assertThat(anna.awaitStatus(runId, "CANCELLED").getList("deliveries")).hasSize(2);
        }
    }

    @Test
    void aSecretIsNotShownAtAnotherAddress() {
        String fhir =
                """
                {"id": "fhir", "configuration": {"baseUrl": "http://127.0.0.1:9/%s",
                 "patient": "Patient/1", "authentication": "bearer"%s}}\
                """;
        JsonPath pipeline = anna.pipeline(fhir.formatted("a", ", \"secret\": \"t0ken\""));
        assertThat(pipeline.getString("targets[0].pausedAt")).isNull();
        String targetId = pipeline.getString("targets[0].targetId");
        String moved =
                fhir.formatted("b", "")
                        .replaceFirst("\\{", "{\"targetId\": \"" + targetId + "\", ");

        anna.asks()
                .body("{\"name\": \"Moved\", \"targets\": [" + moved + "]}")
                .put(path(pipeline))
                .then()
                .statusCode(200)
                .body("targets[0].targetId", equalTo(targetId))
                .body("targets[0].pausedReason", containsString("is missing"));
    }

    @Test
    void whatATargetHasItGetsAgainUnderANewIdAndTheOthersHearNothing() {
        WebhookReceiver other = new WebhookReceiver();
        try (other) {
            JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.webhook(other));
            Activity activity = run("lost there");
            anna.publish(activity);
            UUID runId = runOf(pipeline, activity);
            JsonPath synced = anna.awaitStatus(runId, "SYNCED");

            redeliver(synced.getString("deliveries[0].deliveryId")).statusCode(202);
            JsonPath again =
                    anna.awaitRun(
                            runId,
                            run ->
                                    run.getInt("pass") == 1
                                            && run.getString("status").equals("SYNCED"));

            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().getLast().id())
                    .isNotEqualTo(receiver.received().getFirst().id());
            assertThat(receiver.received().getLast().json().path("type").asText())
                    .isEqualTo("activity.updated");
            assertThat(other.received()).hasSize(1);
            assertThat(again.getList("steps.findAll { it.kind == 'DELIVERY' }")).hasSize(2);
        }
    }

    @Test
    void allThatFailedInATimeGoesOutAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Instant before = Instant.now();
        receiver.answerNext(422, 422);
        List<Activity> activities = List.of(run("first"), run("second"));
        activities.forEach(activity -> {
            anna.publish(activity);
            anna.awaitStatus(runOf(pipeline, activity), "FAILED");
        });
        Instant after = Instant.now();

        redeliverAll(pipeline, before, after, false)
                .statusCode(202)
                .body("taken", equalTo(2))
                .body("passed", equalTo(0))
                .body("next", nullValue());

        activities.forEach(activity -> anna.awaitStatus(runOf(pipeline, activity), "SYNCED"));
        redeliverAll(pipeline, before, after, true).body("taken", equalTo(0));
        redeliverAll(pipeline, after, Instant.now(), false).body("taken", equalTo(0));
        redeliverAll(pipeline, after, Instant.now(), true).body("taken", equalTo(2));
    }

    @Test
    void whatIsNotOnesOwnIsNotFound() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = run("mine");
        anna.publish(activity);
        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "SYNCED");
        try (Street ben = Street.ben()) {
            String delivery = run.getString("deliveries[0].deliveryId");
            ben.asks().post(target(pipeline) + "/test").then().statusCode(404);
            ben.asks().body("{}").post(target(pipeline) + "/secret").then().statusCode(404);
            ben.asks().post("/api/deliveries/" + delivery + "/redeliver").then().statusCode(404);
            ben.asks()
                    .body(times(Instant.EPOCH, Instant.now(), true))
                    .post(target(pipeline) + "/redeliver")
                    .then()
                    .statusCode(404);
        }
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void aTimeThatCannotBeIsNamed() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));

        anna.asks()
                .body("{\"from\": \"yesterday\", \"to\": \"2026-11-29T07:30:00Z\"}")
                .post(target(pipeline) + "/redeliver")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    private ValidatableResponse redeliver(String deliveryId) {
        return anna.asks().post("/api/deliveries/" + deliveryId + "/redeliver").then();
    }

    private ValidatableResponse redeliverAll(
            JsonPath pipeline, Instant from, Instant to, boolean evenDelivered) {
        return anna.asks()
                .body(times(from, to, evenDelivered))
                .post(target(pipeline) + "/redeliver")
                .then();
    }

    private static byte[] times(Instant from, Instant to, boolean evenDelivered) {
        ObjectNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("evenDelivered", evenDelivered);
        return body.toString().getBytes(UTF_8);
    }

    private Activity run(String thing) {
        return Activities.run(anna.user(), thing + " " + UUID.randomUUID(), Instant.now());
    }

    private static UUID runOf(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }

    private static String path(JsonPath pipeline) {
        return "/api/pipelines/" + pipeline.getString("pipelineId");
    }

    private static String target(JsonPath pipeline) {
        return path(pipeline) + "/targets/" + pipeline.getString("targets[0].targetId");
    }

    private static String secret(JsonPath pipeline) {
        return pipeline.getString("targets[0].configuration.secret");
    }
}
