package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What starts a run, and what keeps it from delivering. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class TriggerTest {
    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
    }

    @Test
    void onlyWhatTheTriggerNamesStartsARun() {
        JsonPath provider = pipeline("{\"providers\": [\"GOOGLE_HEALTH\"]}");
        JsonPath type = pipeline("{\"activityTypes\": [\"RIDE\", \"WALK\"]}");
        JsonPath method = pipeline("{\"recordingMethods\": [\"MANUAL\"]}");
        JsonPath off = pipeline("{}");
        anna.asks().post("/api/pipelines/" + id(off) + "/disable").then().statusCode(200);
        JsonPath fits =
                pipeline(
                        """
                        {"providers": ["FITBIT"], "activityTypes": ["RUN"],
                         "recordingMethods": ["SENSED"]}\
                        """);
        double started = asked("started");
        double otherProvider = asked("other_provider");
        double otherType = asked("other_activity_type");
        double otherMethod = asked("other_recording_method");
        double disabled = asked("disabled");
        Activity activity = run("triggers");

        anna.publish(activity);

        anna.awaitStatus(runOf(fits, activity), "SYNCED");
        for (JsonPath other : new JsonPath[] {provider, type, method, off}) {
            anna.asks().get("/api/runs/" + runOf(other, activity)).then().statusCode(404);
        }
        // Counted once the transaction has ended, in which the run began.
        await().atMost(Street.LIMIT)
                .untilAsserted(() -> {
                    assertThat(asked("started") - started).isEqualTo(1);
                    assertThat(asked("other_provider") - otherProvider).isEqualTo(1);
                    assertThat(asked("other_activity_type") - otherType).isEqualTo(1);
                    assertThat(asked("other_recording_method") - otherMethod).isEqualTo(1);
                    assertThat(asked("disabled") - disabled).isEqualTo(1);
                });
    }

    @Test
    void aCorrectionReachesThoseWhoWereToldEvenIfItWouldStartNothing() {
        JsonPath runs = pipeline("{\"activityTypes\": [\"RUN\"]}");
        Activity activity = run("corrected");
        anna.publish(activity);
        anna.awaitStatus(runOf(runs, activity), "SYNCED");

        Activity corrected = Activities.renamed(activity, "A walk after all");
        corrected.setActivityType("WALK");
        anna.publish(Activities.hashed(corrected));

        anna.awaitRun(
                runOf(runs, activity),
                run ->
                        "A walk after all".equals(run.getString("title"))
                                && "SYNCED".equals(run.getString("status")));
        assertThat(receiver.received())
                .extracting(received -> received.json().path("type").asText())
                .containsExactly("activity.created", "activity.updated");
    }

    @Test
    void aRequiredBoosterThatFailsFailsTheRunAndNothingIsDelivered() {
        JsonPath pipeline = pipeline("{}");
        String boosters =
                """
                [{"id": "type-mapper", "configuration": {"rules": []}},
                 {"id": "heart-rate-zones", "required": true, "configuration": {"style": "runes"}},
                 {"id": "heart-rate-zones", "configuration": {}}]\
                """;
        // As it was saved when such a style was still allowed.
        saveBoosters(id(pipeline), boosters);
        Activity activity = run("required");

        anna.publish(activity);

        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "FAILED");
        assertThat(run.getString("reason"))
                .isEqualTo(
                        "required booster heart-rate-zones failed:"
                                + " no longer valid settings: style");
        assertThat(run.getList("steps.name")).containsExactly("type-mapper", "heart-rate-zones");
        assertThat(run.getList("steps.status")).endsWith("FAILED");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void whatWasDeliveredStaysSoWhenARequiredBoosterFailsForATargetAddedLater() {
        try (WebhookReceiver second = new WebhookReceiver()) {
            JsonPath pipeline = pipeline("{}");
            Activity activity = run("added-later");
            anna.publish(activity);
            UUID run = runOf(pipeline, activity);
            anna.awaitStatus(run, "SYNCED");
            String targets = Street.webhook(receiver) + "," + Street.webhook(second);
            JsonPath changed =
                    anna.asks()
                            .body(
                                    "{\"name\": \"x\", \"trigger\": {}, \"targets\": [%s]}"
                                            .formatted(targets))
                            .put("/api/pipelines/" + id(pipeline))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            saveBoosters(
                    id(pipeline),
                    "[{\"id\": \"heart-rate-zones\", \"required\": true,"
                            + " \"configuration\": {\"style\": \"runes\"}}]");

            anna.asks()
                    .post(
                            "/api/runs/%s/targets/%s"
                                    .formatted(run, changed.getString("targets[1].targetId")))
                    .then()
                    .statusCode(202);

            JsonPath after = anna.awaitRun(run, now -> now.getString("reason") != null);
            assertThat(after.getString("status")).isEqualTo("SYNCED");
            assertThat(after.getString("reason"))
                    .isEqualTo(
                            "nothing goes to the added target: required booster heart-rate-zones"
                                    + " failed: no longer valid settings: style");
            assertThat(second.received()).isEmpty();
        }
    }

    @Test
    void aBoosterThatIsNotRequiredMayFail() {
        JsonPath pipeline = pipeline("{}");
        saveBoosters(
                id(pipeline),
                "[{\"id\": \"heart-rate-zones\", \"configuration\": {\"style\": \"runes\"}}]");
        Activity activity = run("not-required");

        anna.publish(activity);

        JsonPath run = anna.awaitStatus(runOf(pipeline, activity), "SYNCED");
        assertThat(run.getList("steps.status")).containsExactly("FAILED", "DELIVERED");
    }

    private JsonPath pipeline(String trigger) {
        return anna.asks()
                .body(
                        "{\"name\": \"x\", \"trigger\": %s, \"targets\": [%s]}"
                                .formatted(trigger, Street.webhook(receiver)))
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Activity run(String thing) {
        return Activities.run(anna.user(), thing, Instant.now());
    }

    private static String id(JsonPath pipeline) {
        return pipeline.getString("pipelineId");
    }

    private static UUID runOf(JsonPath pipeline, Activity activity) {
        return Ids.run(UUID.fromString(id(pipeline)), UUID.fromString(activity.getRecordId()));
    }

    /** How often pipelines have answered so; 0 before the first time. */
    private double asked(String answer) {
        return anna.asks()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("pulseline_pipelines_asked_total{"))
                .filter(line -> line.contains("answer=\"" + answer + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void saveBoosters(String pipelineId, String boosters) {
        Infrastructure.Postgres postgres = Infrastructure.shared().postgres();
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("pipeline"),
                                postgres.username(),
                                postgres.password());
                PreparedStatement update =
                        connection.prepareStatement(
                                "update pipeline set boosters = ? where pipeline_id = ?::uuid")) {
            update.setString(1, boosters);
            update.setString(2, pipelineId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
