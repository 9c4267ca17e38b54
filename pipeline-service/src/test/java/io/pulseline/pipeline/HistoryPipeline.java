package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.restassured.path.json.JsonPath;
import java.util.Objects;
import java.util.UUID;

/** A user's pipeline with one booster that looks back, and the runs through it. */
final class HistoryPipeline {
    private final Street user;
    private final UUID id;

    private HistoryPipeline(Street user, UUID id) {
        this.user = user;
        this.id = id;
    }

    /** With the booster as JSON. */
    static HistoryPipeline of(Street user, String booster) {
        String body =
                """
                {"name": "Looking back", "trigger": {"record": "activity"},
                 "includeEarlier": true, "boosters": [%s], "targets": [%s]}\
                """
                        .formatted(booster, Street.kafkaTarget());
        JsonPath created =
                user.asks()
                        .body(body)
                        .post("/api/pipelines")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        return new HistoryPipeline(user, UUID.fromString(created.getString("pipelineId")));
    }

    UUID runOf(Activity activity) {
        return Ids.run(id, UUID.fromString(activity.getRecordId()));
    }

    /** Sends it and waits until its run has reached the target; what the booster said. */
    String said(Activity activity) {
        user.publish(activity);
        return said(
                user.awaitRun(
                        runOf(activity),
                        run ->
                                "SYNCED".equals(run.getString("status"))
                                        && run.getLong("revision") == activity.getRevision()));
    }

    /** Runs it again and waits until that is done; what the booster said. */
    String saidAgain(Activity activity) {
        UUID run = runOf(activity);
        int pass = user.run(run).getInt("pass");
        user.asks().post("/api/runs/" + run + "/again").then().statusCode(202);
        return said(
                user.awaitRun(
                        run,
                        found ->
                                "SYNCED".equals(found.getString("status"))
                                        && found.getInt("pass") > pass));
    }

    /** Its text, or why there is none. */
    private static String said(JsonPath run) {
        String text = run.getString("steps[0].text");
        String reason = run.getString("steps[0].reason");
        assertThat(text == null).isNotEqualTo(reason == null);
        return Objects.requireNonNullElse(text, reason);
    }
}
