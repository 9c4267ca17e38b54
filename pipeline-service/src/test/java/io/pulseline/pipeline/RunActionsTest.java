package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.RunChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users do with their runs. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class RunActionsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Street anna = Street.anna();
    private final Street ben = Street.ben();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final WebhookReceiver second = new WebhookReceiver();

    @AfterEach
    void tidy() {
        anna.close();
        ben.close();
        receiver.close();
        second.close();
    }

    @Test
    void aRunThatIsCancelledWhileItWaitsForARetrySendsNothingMore() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = activity();
        UUID run = postponed(pipeline, activity);

        JsonPath cancelled = taken(run, "cancel");

        assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.getString("reason")).isEqualTo("cancelled on request");
        assertThat(cancelled.getString("steps[2].status")).isEqualTo("CANCELLED");
        assertThat(taken(run, "cancel").getString("updatedAt"))
                .isEqualTo(cancelled.getString("updatedAt"));
        impossible(run, "targets/" + target(pipeline, 0) + "/retry", "cancelled");
        awaitTold(run, "CANCELLED");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void aCancelledRunStaysSoUntilItIsRunAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = activity();
        UUID run = postponed(pipeline, activity);
        taken(run, "cancel");
        Activity renamed = Activities.renamed(activity, "Renamed meanwhile");
        anna.publish(renamed);
        awaitKept(renamed);
        assertThat(anna.run(run).getString("status")).isEqualTo("CANCELLED");

        taken(run, "again");

        JsonPath synced = anna.awaitStatus(run, "SYNCED");
        assertThat(synced.getLong("revision")).isEqualTo(renamed.getRevision());
        assertThat(synced.getString("title")).isEqualTo("Renamed meanwhile");
        assertThat(receiver.received()).hasSize(2);
        WebhookReceiver.Received last = receiver.received().get(1);
        assertThat(last.json().path("type").asText()).isEqualTo("activity.created");
        assertThat(last.json().path("data").path("title").asText()).isEqualTo("Renamed meanwhile");
    }

    @Test
    void whatIsUnderWayWhenItsRunIsCancelledMayStillArrive() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        CountDownLatch mayAnswer = receiver.holdNext();
        Activity activity = activity();
        UUID run = published(pipeline, activity);
        await().atMost(Street.LIMIT).until(() -> receiver.received().size() == 1);

        JsonPath cancelled = taken(run, "cancel");
        assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.getString("reason"))
                .isEqualTo("cancelled on request; 1 delivery is under way and may still arrive");
        mayAnswer.countDown();

        // The delivery is written down first and its run looks at it then: wait for the second.
        JsonPath arrived =
                anna.awaitRun(
                        run,
                        now ->
                                "cancelled on request; delivered nevertheless: webhook"
                                        .equals(now.getString("reason")));
        assertThat(arrived.getString("status")).isEqualTo("CANCELLED");
        assertThat(arrived.getString("steps[2].status")).isEqualTo("DELIVERED");
    }

    @Test
    void whatIsUnderWayWhenItsRunIsCancelledIsNotTriedAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        CountDownLatch mayAnswer = receiver.holdNext();
        receiver.answerNext(500);
        Activity activity = activity();
        UUID run = published(pipeline, activity);
        await().atMost(Street.LIMIT).until(() -> receiver.received().size() == 1);

        taken(run, "cancel");
        mayAnswer.countDown();

        JsonPath cancelled =
                anna.awaitRun(run, now -> "cancelled on request".equals(now.getString("reason")));
        assertThat(cancelled.getString("steps[2].status")).isEqualTo("CANCELLED");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void aRunThatHasEndedCannotBeCancelled() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        UUID run = synced(pipeline, activity());

        impossible(run, "cancel", "SYNCED");

        assertThat(anna.run(run).getString("status")).isEqualTo("SYNCED");
    }

    @Test
    void anExhaustedDeliveryArrivesWhenItsReceiverHasMended() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.kafkaTarget());
        receiver.answerNext(503, 429, 302, 500);
        UUID run = published(pipeline, activity());
        anna.awaitStatus(run, "PARTIAL");

        JsonPath retried = taken(run, "targets/" + target(pipeline, 0) + "/retry");
        assertThat(retried.getString("status")).isEqualTo("RUNNING");

        JsonPath synced = anna.awaitStatus(run, "SYNCED");
        assertThat(receiver.received()).hasSize(5);
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::id)
                .containsOnly(synced.getString("deliveries[0].deliveryId"));
        assertThat(receiver.received().get(4).body()).isEqualTo(receiver.received().get(0).body());
        assertThat(synced.getList("deliveries[0].ended.outcome"))
                .containsExactly("LATER", "LATER", "LATER", "LATER", "ACCEPTED");
        assertThat(synced.getString("deliveries[0].ended[0].reason"))
                .isEqualTo("the receiver answered 503");
        impossible(run, "targets/" + target(pipeline, 0) + "/retry", "has it already");
    }

    @Test
    void aDeliveryThatWaitsIsTriedAtOnceOnRequest() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        UUID run = postponed(pipeline, activity());

        taken(run, "targets/" + target(pipeline, 0) + "/retry");

        anna.awaitStatus(run, "SYNCED");
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void whereNothingCanGoNothingIsRetried() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.webhook(second));
        String gone = target(pipeline, 0);
        String removed = target(pipeline, 1);
        receiver.answerNext(410);
        second.answerNext(400);
        UUID run = published(pipeline, activity());
        anna.awaitStatus(run, "FAILED");

        impossible(run, "targets/" + gone + "/retry", "the target is disabled");
        change(
                pipeline,
                "{\"id\": \"webhook\", \"targetId\": \"%s\"".formatted(gone)
                        + ", \"configuration\": {\"url\": \""
                        + receiver.url()
                        + "\"}}");
        impossible(run, "targets/" + removed + "/retry", "removed from its pipeline");
        act(anna, run, "targets/" + UUID.randomUUID() + "/retry").statusCode(404);

        // Saving has enabled it again.
        taken(run, "targets/" + gone + "/retry");
        anna.awaitStatus(run, "PARTIAL");
    }

    @Test
    void runningAgainUnchangedSendsNothing() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.kafkaTarget());
        UUID run = synced(pipeline, activity());

        taken(run, "again");

        JsonPath again = passed(run, 1, "SYNCED");
        assertThat(receiver.received()).hasSize(1);
        assertThat(again.getList("deliveries")).hasSize(2);
        assertThat(again.getList("steps.status"))
                .containsExactly("SKIPPED", "ADDED", "DELIVERED", "DELIVERED");
    }

    @Test
    void runningAgainSendsWhatATargetDoesNotHave() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.kafkaTarget());
        receiver.answerNext(400);
        UUID run = published(pipeline, activity());
        anna.awaitStatus(run, "PARTIAL");

        taken(run, "again");

        JsonPath again = passed(run, 1, "SYNCED");
        assertThat(receiver.received())
                .hasSize(2)
                .extracting(WebhookReceiver.Received::id)
                .containsOnly(again.getString("deliveries[0].deliveryId"));
        assertThat(again.getList("deliveries.attempts")).containsExactly(2, 1);
    }

    @Test
    void runningAgainSendsEverythingWhenAskedTo() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        UUID run = synced(pipeline, activity());

        taken(run, "again?resend=true");

        passed(run, 1, "SYNCED");
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(1).id()).isNotEqualTo(receiver.received().get(0).id());
        assertThat(receiver.received().get(1).json().path("type").asText())
                .isEqualTo("activity.updated");
        assertThat(receiver.received().get(1).json().path("data"))
                .isEqualTo(receiver.received().get(0).json().path("data"));
    }

    @Test
    void runningAgainAfterThePipelineChangedUpdatesItsTargets() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        UUID run = synced(pipeline, activity());
        String body =
                """
                {"name": "Changed", "trigger": {"record": "activity"},
                 "boosters": [{"id": "type-mapper", "configuration": {"rules": [
                     {"field": "title", "match": "contains", "value": "morning",
                      "type": "HIKE"}]}}],
                 "targets": [{"id": "webhook", "targetId": "%s",
                              "configuration": {"url": "%s"}},
                             {"id": "webhook", "configuration": {"url": "%s"}}]}\
                """
                        .formatted(target(pipeline, 0), receiver.url(), second.url());
        put(pipeline, body);

        taken(run, "again");

        JsonPath again = passed(run, 1, "SYNCED");
        assertThat(again.getString("activityType")).isEqualTo("HIKE");
        assertThat(again.getList("steps.name"))
                .containsExactly("type-mapper", "webhook", "webhook");
        WebhookReceiver.Received update = receiver.received().get(1);
        assertThat(update.json().path("type").asText()).isEqualTo("activity.updated");
        assertThat(update.json().path("data").path("activityType").asText()).isEqualTo("HIKE");
        assertThat(second.received()).hasSize(1);
        assertThat(second.received().getFirst().json().path("type").asText())
                .isEqualTo("activity.created");
        assertThat(again.getList("deliveries.present")).containsExactly(false, true, true);
        assertThat(again.getList("deliveries.status"))
                .containsExactly("DELIVERED", "DELIVERED", "DELIVERED");
    }

    @Test
    void aTargetThatIsMissedIsAddedAndNoOtherHearsOfIt() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        UUID run = synced(pipeline, activity());
        JsonPath changed = change(pipeline, Street.webhook(receiver), Street.webhook(second));
        String missed = changed.getString("targets[1].targetId");

        taken(run, "targets/" + missed);

        JsonPath added =
                anna.awaitRun(
                        run,
                        now ->
                                now.getList("deliveries").size() == 2
                                        && "SYNCED".equals(now.getString("status")));
        assertThat(added.getInt("pass")).isZero();
        assertThat(added.getList("deliveries.targetId"))
                .containsExactly(target(pipeline, 0), missed);
        taken(run, "targets/" + missed);
        assertThat(anna.run(run).getString("status")).isEqualTo("SYNCED");
        assertThat(second.received()).hasSize(1);
        assertThat(receiver.received()).hasSize(1);
        act(anna, run, "targets/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void aTargetThatRefusedIsNotMissed() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        receiver.answerNext(400);
        UUID run = published(pipeline, activity());
        anna.awaitStatus(run, "FAILED");

        impossible(run, "targets/" + target(pipeline, 0), "retry");
    }

    @Test
    void withoutItsPipelineARunCannotBeRunAgain() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        UUID run = synced(pipeline, activity());
        anna.removePipelines();

        impossible(run, "again", "the pipeline was deleted");
        impossible(run, "targets/" + target(pipeline, 0), "the pipeline was deleted");
    }

    @Test
    void anActivityThatItsSourceDeletedCannotBeRunAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = activity();
        UUID run = synced(pipeline, activity);
        Activity deleted = Activities.renamed(activity, "");
        deleted.setDeleted(true);
        anna.publish(Activities.hashed(deleted));
        await().atMost(Street.LIMIT).until(() -> receiver.received().size() == 2);

        impossible(run, "again", "the source deleted it");
    }

    @Test
    void aDeletionIsToldEvenIfItsRunWasCancelled() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget(), Street.webhook(receiver));
        Activity activity = activity();
        UUID run = postponed(pipeline, activity);
        taken(run, "cancel");
        Activity deleted = Activities.renamed(activity, "");
        deleted.setDeleted(true);

        anna.publish(Activities.hashed(deleted));

        JsonPath told = anna.awaitStatus(run, "SYNCED");
        assertThat(told.getList("steps.name")).containsExactly("kafka");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void theTraceShowsEveryRevision() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = activity();
        UUID run = synced(pipeline, activity);
        Activity renamed = Activities.renamed(activity, "Renamed");
        anna.publish(renamed);
        JsonPath trace =
                anna.awaitRun(
                        run,
                        now ->
                                now.getLong("revision") == renamed.getRevision()
                                        && "SYNCED".equals(now.getString("status")));

        assertThat(trace.getList("revisions", Long.class))
                .containsExactly(activity.getRevision(), renamed.getRevision());
        assertThat(trace.getList("deliveries.event"))
                .containsExactly("activity.created", "activity.updated");
        assertThat(trace.getList("deliveries.present")).containsExactly(false, true);
        assertThat(trace.getMap("steps[1].values")).containsEntry("zone1Seconds", 60.0f);
        assertThat(trace.getString("steps[1].text")).isNotBlank();
        assertThat(trace.getString("steps[2].targetId")).isEqualTo(target(pipeline, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "cancel", "targets/%s", "targets/%s/retry"})
    void anotherUsersRunDoesNotExist(String action) {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        UUID run = synced(pipeline, activity());

        act(ben, run, action.formatted(target(pipeline, 0))).statusCode(404);
        act(anna, UUID.randomUUID(), action.formatted(target(pipeline, 0))).statusCode(404);

        assertThat(anna.run(run).getInt("pass")).isZero();
    }

    @Test
    void aWishThatIsNotUnderstoodIsRefused() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        UUID run = synced(pipeline, activity());

        act(anna, run, "again?resend=maybe")
                .statusCode(400)
                .body("errors[0].field", equalTo("resend"));
    }

    private Activity activity() {
        return Activities.run(anna.user(), UUID.randomUUID().toString(), Instant.now());
    }

    private UUID published(JsonPath pipeline, Activity activity) {
        anna.publish(activity);
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }

    private UUID synced(JsonPath pipeline, Activity activity) {
        UUID run = published(pipeline, activity);
        anna.awaitStatus(run, "SYNCED");
        return run;
    }

    /** A run whose only open delivery was tried once, and waits for an hour. */
    private UUID postponed(JsonPath pipeline, Activity activity) {
        receiver.postponeNext(LONG);
        UUID run = published(pipeline, activity);
        anna.awaitRun(
                run,
                now ->
                        "RUNNING".equals(now.getString("status"))
                                && "the receiver answered 503".equals(now.getString("reason"))
                                && !now.getList("steps.status").contains("SENDING"));
        return run;
    }

    /** The run when it has come through so often, and stands so. */
    private JsonPath passed(UUID run, int pass, String status) {
        return anna.awaitRun(
                run, now -> now.getInt("pass") == pass && status.equals(now.getString("status")));
    }

    private static String target(JsonPath pipeline, int position) {
        return pipeline.getString("targets[" + position + "].targetId");
    }

    /** The same pipeline with other targets. */
    private JsonPath change(JsonPath pipeline, String... targets) {
        String body =
                """
                {"name": "Runs", "trigger": {"record": "activity"}, "targets": [%s]}\
                """
                        .formatted(String.join(",", targets));
        return put(pipeline, body);
    }

    private JsonPath put(JsonPath pipeline, String body) {
        return anna.asks()
                .body(body)
                .put("/api/pipelines/" + pipeline.getString("pipelineId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse act(Street who, UUID run, String action) {
        return who.asks().post("/api/runs/" + run + "/" + action).then();
    }

    private JsonPath taken(UUID run, String action) {
        return act(anna, run, action)
                .statusCode(202)
                .body("runId", equalTo(run.toString()))
                .extract()
                .jsonPath();
    }

    private void impossible(UUID run, String action, String reason) {
        act(anna, run, action)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString(reason));
    }

    private void awaitKept(Activity activity) {
        await().atMost(Street.LIMIT)
                .until(() ->
                        anna.asks()
                                        .get("/api/activities/" + activity.getRecordId())
                                        .jsonPath()
                                        .getLong("revision")
                                == activity.getRevision());
    }

    private void awaitTold(UUID run, String status) {
        try (AvroCodec<RunChanged> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_RUNS,
                        RunChanged.class)) {
            await().atMost(Street.LIMIT)
                    .until(() ->
                            anna.kafka().everythingIn(Topics.PIPELINE_RUNS).stream()
                                    .map(entry -> codec.decode(entry.value()))
                                    .anyMatch(change ->
                                            change.getRunId().equals(run.toString())
                                                    && change.getStatus().equals(status)));
        }
    }
}
