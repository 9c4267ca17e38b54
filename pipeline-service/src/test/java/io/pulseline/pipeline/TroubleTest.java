package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens when something is wrong, late or away. */
@QuarkusTest
@Tag("containers")
@WithTestResource(ServiceSettings.class)
class TroubleTest {
    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
    }

    @Test
    void aReceiverThatFailsOnceIsTriedAgainUnderTheSameId() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        receiver.answerNext(500);
        Activity activity = run("retried");

        anna.publish(activity);
        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

        assertThat(run.getInt("steps[2].attempts")).isEqualTo(2);
        assertThat(receiver.received())
                .hasSize(2)
                .extracting(WebhookReceiver.Received::id)
                .containsOnly(deliveryId(pipeline, activity));
        assertThat(receiver.received().get(1).body()).isEqualTo(receiver.received().get(0).body());
    }

    @Test
    void aReceiverThatFailsForEverIsExhausted() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver), Street.kafkaTarget());
        receiver.answerNext(503, 429, 302, 500);
        Activity activity = run("exhausted");

        anna.publish(activity);
        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "PARTIAL");

        assertThat(run.getString("steps[2].status")).isEqualTo("EXHAUSTED");
        assertThat(run.getString("reason")).isEqualTo("the receiver answered 500");
        assertThat(receiver.received()).hasSize(4);
    }

    @Test
    void aReceiverThatIsGoneIsDisabledUntilSavedAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        String path = "/api/pipelines/" + pipeline.getString("pipelineId");
        receiver.answerNext(410);
        Activity first = run("gone-1");
        anna.publish(first);
        anna.awaitStatus(runOf(pipeline, first), "FAILED");

        JsonPath disabled = anna.asks().get(path).jsonPath();
        assertThat(disabled.getString("targets[0].disabledReason"))
                .isEqualTo("the receiver answered 410 (gone)");

        Activity second = run("gone-2");
        anna.publish(second);
        JsonPath refused = anna.awaitStatus(runOf(pipeline, second), "FAILED");
        assertThat(refused.getString("steps[2].reason")).contains("disabled", "410");
        assertThat(receiver.received()).hasSize(1);

        JsonPath enabled =
                anna.asks()
                        .body(anna.asks().get(path).asString())
                        .put(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(enabled.getString("targets[0].disabledReason")).isNull();
        Activity third = run("gone-3");
        anna.publish(third);
        anna.awaitStatus(runOf(pipeline, third), "SYNCED");
    }

    @Test
    void repetitionsLowerRevisionsAndEqualContentStartNothing() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = run("repeated");
        anna.publish(activity);
        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

        anna.publish(activity);
        Activity lower = Activities.renamed(activity, "Older");
        lower.setRevision(activity.getRevision() - 1);
        anna.publish(lower);
        Activity same = Activities.renamed(activity, activity.getTitle());
        anna.publish(same);
        settleDown();

        assertThat(receiver.received()).hasSize(1);
        JsonPath kept = anna.asks().get("/api/activities/" + activity.getRecordId()).jsonPath();
        assertThat(kept.getString("title")).isEqualTo("Morning run");
        assertThat(kept.getLong("revision")).isEqualTo(same.getRevision());
    }

    @Test
    void aNewRevisionUpdatesTheTarget() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = run("renamed");
        anna.publish(activity);
        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");
        Activity renamed = Activities.renamed(activity, "With a name");

        anna.publish(renamed);
        anna.awaitRun(
                runOf(pipeline, activity),
                run ->
                        run.getLong("revision") == renamed.getRevision()
                                && run.getString("status").equals("SYNCED"));

        WebhookReceiver.Received update = receiver.received().get(1);
        assertThat(update.json().path("type").asText()).isEqualTo("activity.updated");
        assertThat(update.json().path("data").path("title").asText()).isEqualTo("With a name");
        assertThat(update.id()).isEqualTo(deliveryId(pipeline, renamed));
    }

    @Test
    void aDeletionIsToldToThoseWhoHeardOfTheActivity() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = run("deleted");
        anna.publish(activity);
        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

        anna.publish(deleted(activity));

        await().atMost(Street.LIMIT).until(() -> receiver.received().size() == 2);
        assertThat(receiver.received().get(1).json().path("type").asText())
                .isEqualTo("activity.deleted");
        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "SYNCED");
        assertThat(run.getString("title")).isEqualTo("Morning run");
    }

    @Test
    void aDeletionOfWhatNobodyHeardOfTellsNobody() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity never = run("never-delivered");
        never.setAcquisition(Acquisition.BACKFILL);
        anna.publish(never);

        anna.publish(deleted(never));
        settleDown();

        assertThat(receiver.received()).isEmpty();
        anna.asks().get("/api/runs/" + runOf(pipeline, never)).then().statusCode(404);
        JsonPath kept = anna.asks().get("/api/activities/" + never.getRecordId()).jsonPath();
        assertThat(kept.getBoolean("deleted")).isTrue();
    }

    @Test
    void whatEndedBeforeThePipelineAndWhatIsBackfilledStartNothing() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity earlier =
                Activities.run(anna.user(), "earlier", Instant.now().minus(Duration.ofDays(1)));
        Activity backfilled = run("backfilled");
        backfilled.setAcquisition(Acquisition.BACKFILL);

        anna.publish(earlier);
        anna.publish(backfilled);
        settleDown();

        assertThat(receiver.received()).isEmpty();
        for (Activity quiet : List.of(earlier, backfilled)) {
            anna.asks().get("/api/runs/" + runOf(pipeline, quiet)).then().statusCode(404);
            anna.asks().get("/api/activities/" + quiet.getRecordId()).then().statusCode(200);
        }
    }

    @Test
    void poisonIsDeadLetteredWithItsReasonAndThePartitionGoesOn() {
        byte[] garbage = "no record, test poison".getBytes(UTF_8);
        Activity invalid = run("invalid");
        invalid.setRecordId("no-uuid");

        anna.publish(garbage);
        anna.publish(invalid);
        settleDown();

        String topic = Topics.deadLettersOf(Topics.HEALTH_ACTIVITIES);
        var letters =
                anna.kafka()
                        .await(
                                topic,
                                letter -> anna.user().toString().equals(letter.key()),
                                2,
                                Street.LIMIT);
        assertThat(letters)
                .extracting(letter -> KafkaProbe.headersOf(letter).get("dead-letter-reason"))
                .containsExactly(
                        "value of health.activities.v1 does not start with the Confluent wire"
                                + " format's magic byte",
                        "recordId is not a UUID");
        assertThat(letters.getFirst().value()).isEqualTo(garbage);
        assertThat(KafkaProbe.headersOf(letters.getFirst()))
                .containsEntry("dead-letter-topic", Topics.HEALTH_ACTIVITIES)
                .containsKeys("dead-letter-partition", "dead-letter-offset");
    }

    @Test
    void aDatabaseThatIsAwayLosesNothingAndFillsNoDeadLetters() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Activity activity = run("outage");
        Infrastructure.Postgres postgres = Infrastructure.shared().postgres();
        postgres.stop();
        try {
            anna.publish(activity);
            await().atMost(Street.LIMIT)
                    .until(() -> given().get("/q/health/ready").statusCode() == 503);
            given().get("/q/health/live").then().statusCode(200);
            anna.asks().get("/api/runs").then().statusCode(503);
        } finally {
            postgres.start();
        }

        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");
        await().atMost(Street.LIMIT)
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        assertThat(receiver.received()).hasSize(1);
        assertThat(anna.kafka().everythingIn(Topics.deadLettersOf(Topics.HEALTH_ACTIVITIES)))
                .noneMatch(letter ->
                        new String(letter.value(), UTF_8).contains(activity.getRecordId()));
    }

    @Test
    void aSenderThatDiesBetweenSendingAndNotingSendsTheSameIdAgain() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        CountDownLatch firstMayAnswer = receiver.holdNext();
        Activity activity = run("killed");
        anna.publish(activity);
        await().atMost(Street.LIMIT).until(() -> receiver.received().size() == 1);

        // As the database looks when the sender was killed and its lease has run out.
        takeLeaseAway(deliveryId(pipeline, activity));
        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "SYNCED");
        firstMayAnswer.countDown();

        assertThat(run.getInt("steps[2].attempts")).isEqualTo(2);
        assertThat(receiver.received())
                .hasSize(2)
                .extracting(WebhookReceiver.Received::id)
                .containsOnly(deliveryId(pipeline, activity));
    }

    @Test
    void aPipelineThatIsDeletedMeanwhileCallsItsDeliveriesOff() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        CountDownLatch mayAnswer = receiver.holdNext();
        receiver.answerNext(500);
        Activity activity = run("called-off");
        anna.publish(activity);
        await().atMost(Street.LIMIT).until(() -> receiver.received().size() == 1);

        anna.removePipelines();
        mayAnswer.countDown();

        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "FAILED");
        assertThat(run.getString("reason")).isEqualTo("the target was removed from its pipeline");
    }

    private Activity run(String thing) {
        return Activities.run(anna.user(), thing, Instant.now());
    }

    private static Activity deleted(Activity activity) {
        Activity deleted = Activities.renamed(activity, "");
        deleted.setAcquisition(Acquisition.LIVE);
        deleted.setDeleted(true);
        deleted.setTitle(null);
        deleted.setHeartRate(null);
        deleted.setHeartRateZones(null);
        return Activities.hashed(deleted);
    }

    /** A last activity of the same user goes through: what came before it has been taken. */
    private void settleDown() {
        Activity last = run("last-" + UUID.randomUUID());
        last.setAcquisition(Acquisition.BACKFILL);
        anna.publish(last);
        await().atMost(Street.LIMIT)
                .until(() ->
                        anna.asks().get("/api/activities/" + last.getRecordId()).statusCode()
                                == 200);
    }

    private static UUID runOf(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }

    private static String deliveryId(JsonPath pipeline, Activity activity) {
        return Ids.delivery(
                        UUID.fromString(pipeline.getString("targets[0].targetId")),
                        UUID.fromString(activity.getRecordId()),
                        activity.getRevision())
                .toString();
    }

    private static void takeLeaseAway(String deliveryId) {
        Infrastructure.Postgres postgres = Infrastructure.shared().postgres();
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("pipeline"),
                                postgres.username(),
                                postgres.password());
                PreparedStatement update =
                        connection.prepareStatement(
                                "update delivery set lease_owner = 'killed', lease_until = now()"
                                        + " where delivery_id = ?::uuid and state = 'LEASED'")) {
            update.setString(1, deliveryId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
