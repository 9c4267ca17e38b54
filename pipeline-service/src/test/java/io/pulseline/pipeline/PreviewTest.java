package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pipelines that are tried before they are saved; without polls, which would write in between. */
@QuarkusTest
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = @ResourceArg(name = "pulseline.pace.poll", value = "1h"))
class PreviewTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject MeterRegistry metrics;

    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();

    /** So long ago that no other test has heart rate of it. */
    private final Activity workout =
            Activities.run(
                    anna.user(),
                    UUID.randomUUID().toString(),
                    Instant.now().minus(Duration.ofDays(1000)));

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final Logger sql = Logger.getLogger("org.hibernate.SQL");
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    statements.add(record.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @AfterEach
    void tidy() {
        sql.removeHandler(handler);
        sql.setLevel(null);
        anna.close();
        receiver.close();
    }

    @Test
    void itShowsWhatWouldComeOfItAndDoesNothing() {
        kept(workout);
        double requests = sourceRequests();
        listen();

        JsonPath preview =
                preview(
                        """
                        "boosters": [
                          {"id": "heart-rate-zones"}, {"id": "heart-rate-summary"},
                          {"id": "elevation-summary"}],
                        "targets": [%s, {"id": "kafka"}]\
                        """
                                .formatted(webhook()));

        assertThat(preview.getBoolean("starts")).isTrue();
        assertThat(preview.getString("end")).isEqualTo("GOES_ON");
        assertThat(preview.getList("steps.status")).containsExactly("ADDED", "ADDED", "SKIPPED");
        assertThat(preview.getString("steps[2].reason")).isNotBlank();
        assertThat(preview.getString("activity.description")).contains("bpm");
        assertThat(preview.getMap("activity")).doesNotContainKeys("heartRate", "track");
        assertThat(preview.getList("targets.status")).containsExactly("DUE", "DUE");
        assertThat(preview.getString("targets[0].content.type")).isEqualTo("activity.created");
        assertThat(preview.getString("targets[0].content.data.description"))
                .isEqualTo(preview.getString("activity.description"));
        assertThat(preview.getString("targets[1].content.pipelineName"))
                .isEqualTo("without a name");
        assertThat(preview.prettify()).doesNotContain(SECRET);

        assertThat(statements).isNotEmpty().noneMatch(PreviewTest::writes);
        assertThat(sourceRequests()).isEqualTo(requests);
        assertThat(receiver.received()).isEmpty();
        assertThat(anna.asks().get("/api/pipelines").jsonPath().getList("")).isEmpty();
    }

    @Test
    void whoWouldWaitSaysSoAndDoesWithout() {
        workout.setHeartRate(null);
        kept(Activities.hashed(workout));
        double requests = sourceRequests();
        listen();

        JsonPath preview =
                preview(
                        """
                        "boosters": [{"id": "fitbit-heart-rate"}, {"id": "heart-rate-summary"}],
                        "targets": [%s]\
                        """
                                .formatted(webhook()));

        assertThat(preview.getList("waits.booster")).containsExactly("fitbit-heart-rate");
        assertThat(preview.getString("waits[0].reason")).contains("is not there yet");
        assertThat(Instant.parse(preview.getString("waits[0].until"))).isAfter(Instant.now());
        assertThat(preview.getString("end")).isEqualTo("GOES_ON");
        assertThat(preview.getList("steps.status")).containsExactly("SKIPPED", "SKIPPED");
        assertThat(preview.getList("targets")).hasSize(1);
        assertThat(statements).noneMatch(PreviewTest::writes);
        assertThat(sourceRequests()).isEqualTo(requests);
    }

    @Test
    void whatABoosterHaltsGoesNowhere() {
        kept(workout);

        JsonPath preview =
                preview(
                        """
                        "boosters": [
                          {"id": "activity-filter", "configuration": {"excludeTypes": ["RUN"]}},
                          {"id": "heart-rate-summary"}],
                        "targets": [%s]\
                        """
                                .formatted(webhook()));

        assertThat(preview.getString("end")).isEqualTo("HALTED");
        assertThat(preview.getString("reason")).isNotBlank();
        assertThat(preview.getList("steps.status")).containsExactly("HALTED");
        assertThat(preview.getList("targets")).isEmpty();
    }

    @Test
    void itTellsWhetherTheTriggerWouldStartIt() {
        kept(workout);

        JsonPath preview =
                preview(
                        """
                        "trigger": {"recordingMethods": ["MANUAL"]}, "targets": [%s]\
                        """
                                .formatted(webhook()));

        assertThat(preview.getBoolean("starts")).isFalse();
        assertThat(preview.getString("startReason"))
                .isEqualTo("the trigger names other recording methods");
        assertThat(preview.getList("targets")).hasSize(1);
    }

    @Test
    void picturesComeWithIt() {
        workout.setTrack(track());
        kept(Activities.hashed(workout));

        JsonPath preview =
                preview(
                        """
                        "boosters": [{"id": "route-thumbnail"}], "targets": [%s]\
                        """
                                .formatted(webhook()));

        assertThat(preview.getString("images[0].booster")).isEqualTo("route-thumbnail");
        assertThat(preview.getString("images[0].name")).isEqualTo("route");
        assertThat(preview.getString("images[0].svg")).startsWith("<svg");
    }

    @Test
    void aTargetThatTheWorkoutCameBackFromDoesWithout() {
        JsonPath saved = anna.pipeline(Street.webhook(receiver));
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        Activity original = Activities.run(anna.user(), UUID.randomUUID().toString(), end);
        anna.publish(original);
        UUID run =
                Ids.run(
                        UUID.fromString(saved.getString("pipelineId")),
                        UUID.fromString(original.getRecordId()));
        anna.awaitStatus(run, "SYNCED");
        anna.removePipelines();
        String thing = UUID.randomUUID().toString();
        Activity echo = Activities.run(anna.user(), thing, end.plusSeconds(30));
        echo.setProvenance(
                new Provenance("FITBIT", thing, "p2", 1, 1L, "MANUAL", null, null, null));
        kept(Activities.hashed(echo));

        JsonPath preview =
                preview(echo.getRecordId(), "\"targets\": [" + webhook() + "]")
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(preview.getString("targets[0].status")).isEqualTo("SKIPPED");
        assertThat(preview.getString("targets[0].reason")).contains("already fed", run.toString());
        assertThat(preview.getString("targets[0].content")).isNull();
    }

    @Test
    void whatCannotBeTakenIsNamed() {
        String detail =
                preview(
                                "17",
                                """
                                "boosters": [{"id": "heart-rate-zones",
                                  "configuration": {"style": "loud"}}], "targets": []\
                                """)
                        .statusCode(400)
                        .extract()
                        .path("detail");

        assertThat(detail)
                .contains("recordId", "pipeline.boosters[0].configuration.style")
                .contains("pipeline.targets");
        anna.asks().body("{}").post("/api/pipelines/preview").then().statusCode(400);
        anna.asks().body("no json").post("/api/pipelines/preview").then().statusCode(400);
    }

    @Test
    void somebodyElsesActivityIsUnknown() {
        kept(workout);
        String body = body(workout.getRecordId(), "\"targets\": [{\"id\": \"kafka\"}]");

        try (Street ben = Street.ben()) {
            ben.asks().body(body).post("/api/pipelines/preview").then().statusCode(404);
        }
        preview(UUID.randomUUID().toString(), "\"targets\": [{\"id\": \"kafka\"}]").statusCode(404);
    }

    @Test
    void aDeletedActivityIsNotThereToTry() {
        workout.setDeleted(true);
        anna.publish(Activities.hashed(workout));
        await().atMost(Street.LIMIT)
                .untilAsserted(() -> {
                    String detail =
                            preview(workout.getRecordId(), "\"targets\": [{\"id\": \"kafka\"}]")
                                    .statusCode(409)
                                    .extract()
                                    .path("detail");
                    assertThat(detail).contains("deleted");
                });
    }

    private void listen() {
        sql.setLevel(Level.FINE);
        sql.addHandler(handler);
    }

    private static boolean writes(String statement) {
        String word = statement.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("insert") || word.startsWith("update") || word.startsWith("delete");
    }

    private double sourceRequests() {
        return metrics.find("pulseline.source.requests").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Twenty points, a second and about 3 m apart, to the north-east. */
    private Track track() {
        List<Integer> seconds = IntStream.range(0, 20).boxed().toList();
        List<@Nullable Double> unknown = Collections.nCopies(20, null);
        return new Track(
                workout.getStartEpochMillis(),
                seconds.stream().map(second -> second * 1000).toList(),
                seconds.stream().map(second -> 52.5 + second * 0.00002).toList(),
                seconds.stream().map(second -> 13.4 + second * 0.00003).toList(),
                unknown,
                unknown);
    }

    private String webhook() {
        return """
        {"id": "webhook", "configuration": {"url": "%s", "secret": "%s"}}\
        """
                .formatted(receiver.url(), SECRET);
    }

    private void kept(Activity activity) {
        anna.publish(activity);
        await().atMost(Street.LIMIT)
                .until(() ->
                        anna.asks().get("/api/activities/" + activity.getRecordId()).statusCode()
                                == 200);
    }

    private JsonPath preview(String fields) {
        return preview(workout.getRecordId(), fields).statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse preview(String recordId, String fields) {
        return anna.asks().body(body(recordId, fields)).post("/api/pipelines/preview").then();
    }

    private static String body(String recordId, String fields) {
        return "{\"recordId\": \"" + recordId + "\", \"pipeline\": {" + fields + "}}";
    }
}
