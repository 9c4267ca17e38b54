package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A target writes what we delivered to the provider, and the provider gives it to us. */
@QuarkusTest
@Tag("containers")
@WithTestResource(ServiceSettings.class)
class LoopTest {
    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final WebhookReceiver other = new WebhookReceiver();

    /** Ends after every pipeline of the test is there. */
    private final Activity workout =
            Activities.run(
                    anna.user(),
                    UUID.randomUUID().toString(),
                    Instant.now().plus(Duration.ofMinutes(5)));

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
        other.close();
    }

    @Test
    void whatComesBackIsNotDeliveredAgainButToOthersItIs() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        delivered(pipeline);
        JsonPath another = anna.pipeline(Street.webhook(other));

        Activity echo = comesBack(Duration.ofSeconds(30));

        JsonPath skipped = anna.awaitStatus(run(pipeline, echo), "SKIPPED");
        String reason =
                "already fed with this workout from run "
                        + run(pipeline, workout)
                        + ": it came back from there as an import";
        assertThat(skipped.getString("reason")).isEqualTo(reason);
        assertThat(skipped.getString("steps[-1].kind")).isEqualTo("DELIVERY");
        assertThat(skipped.getString("steps[-1].status")).isEqualTo("SKIPPED");
        assertThat(skipped.getString("steps[-1].reason")).isEqualTo(reason);
        anna.awaitStatus(run(another, echo), "SYNCED");
        assertThat(receiver.received()).hasSize(1);
        assertThat(other.received()).hasSize(1);
    }

    @Test
    void aRunThatSparesOneTargetIsSyncedByTheOthers() {
        JsonPath first = anna.pipeline(Street.webhook(receiver));
        delivered(first);
        JsonPath both = anna.pipeline(Street.webhook(receiver), Street.webhook(other));

        Activity echo = comesBack(Duration.ofMinutes(-1));

        JsonPath synced = anna.awaitStatus(run(both, echo), "SYNCED");
        assertThat(synced.getList("steps.findAll {it.kind == 'DELIVERY'}.status"))
                .containsExactly("SKIPPED", "DELIVERED");
        anna.awaitStatus(run(first, echo), "SKIPPED");
        assertThat(receiver.received()).hasSize(1);
        assertThat(other.received()).hasSize(1);
    }

    @Test
    void itMayComeBackBeforeTheDeliveryIsNoted() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        CountDownLatch answered = receiver.holdNext();
        anna.publish(workout);
        anna.awaitRun(run(pipeline, workout), found -> receiver.received().size() == 1);

        Activity echo = comesBack(Duration.ofSeconds(30));

        anna.awaitStatus(run(pipeline, echo), "SKIPPED");
        answered.countDown();
        anna.awaitStatus(run(pipeline, workout), "SYNCED");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whatStartsMoreThanAMinuteLaterIsAnotherWorkout() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        delivered(pipeline);

        Activity another = comesBack(Duration.ofSeconds(61));

        anna.awaitStatus(run(pipeline, another), "SYNCED");
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void onRequestItIsSentAllTheSameAndFromThenOnItsCorrectionsToo() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        delivered(pipeline);
        Activity echo = comesBack(Duration.ofSeconds(30));
        UUID run = run(pipeline, echo);
        anna.awaitStatus(run, "SKIPPED");

        anna.asks().post("/api/runs/" + run + "/again").then().statusCode(202);
        anna.awaitRun(run, found -> found.getInt("pass") == 1 && isSkipped(found));
        String target = "/api/runs/" + run + "/targets/" + pipeline.get("targets[0].targetId");
        String detail =
                anna.asks().post(target + "/retry").then().statusCode(409).extract().path("detail");
        assertThat(detail).contains("already fed", "resend=true");
        anna.asks().post(target).then().statusCode(409);
        assertThat(receiver.received()).hasSize(1);

        anna.asks().post("/api/runs/" + run + "/again?resend=true").then().statusCode(202);
        anna.awaitStatus(run, "SYNCED");
        assertThat(receiver.received()).hasSize(2);

        anna.publish(Activities.renamed(echo, "Evening run"));
        anna.awaitRun(run, found -> receiver.received().size() == 3);
        assertThat(receiver.received().getLast().json().path("type").asText())
                .isEqualTo("activity.updated");
    }

    @Test
    void whenTheSourceDeletedWhatWasDeliveredTheImportTakesItsPlace() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        delivered(pipeline);
        Activity gone = Activities.renamed(workout, "Morning run");
        gone.setDeleted(true);
        anna.publish(Activities.hashed(gone));
        anna.awaitRun(run(pipeline, workout), found -> receiver.received().size() == 2);

        Activity echo = comesBack(Duration.ofSeconds(30));

        anna.awaitStatus(run(pipeline, echo), "SYNCED");
        assertThat(receiver.received()).hasSize(3);
    }

    private static boolean isSkipped(JsonPath run) {
        return "SKIPPED".equals(run.getString("status"));
    }

    private void delivered(JsonPath pipeline) {
        anna.publish(workout);
        anna.awaitStatus(run(pipeline, workout), "SYNCED");
    }

    /** The workout as an app wrote it to Fitbit, with its start moved by that much. */
    private Activity comesBack(Duration later) {
        Instant end = Instant.ofEpochMilli(workout.getStartEpochMillis()).plus(Activities.ELAPSED);
        String thing = UUID.randomUUID().toString();
        Activity echo = Activities.run(anna.user(), thing, end.plus(later));
        echo.setProvenance(
                new Provenance("FITBIT", thing, "p2", 1, 1L, null, null, null, "Their app"));
        anna.publish(Activities.hashed(echo));
        return echo;
    }

    private static UUID run(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }
}
