package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.WebhookReceiver;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workout of another device, and the Fitbit's heart rate that comes when it comes. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class LateHeartRateTest {
    /** All tests share one database: each has times of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject RunTable table;
    @Inject Transactions transactions;

    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final AvroCodec<HeartRateSeries> metrics =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_HEART_RATE,
                    HeartRateSeries.class);

    /** Within one hour; the next is its own, too. */
    private final Instant start =
            Instant.now()
                    .truncatedTo(ChronoUnit.HOURS)
                    .minus(Duration.ofHours(100 + 3L * TESTS.getAndIncrement()))
                    .plus(Duration.ofMinutes(10));

    private JsonPath pipeline;
    private Activity workout;

    @BeforeEach
    void aWorkoutWithoutHeartRate() {
        pipeline = pipeline(receiver, false);
        workout =
                Activities.run(
                        anna.user(), UUID.randomUUID().toString(), start.plus(Activities.ELAPSED));
        workout.setHeartRate(null);
        workout.setHeartRateZones(null);
        anna.publish(Activities.hashed(workout));
    }

    private JsonPath pipeline(WebhookReceiver to, boolean deliverEarly) {
        return anna.asks()
                .body(
                        """
                        {"name": "Strength", "trigger": {"record": "activity"},
                         "includeEarlier": true, "deliverEarly": %b,
                         "boosters": [{"id": "source-link"},
                          {"id": "fitbit-heart-rate"}, {"id": "heart-rate-summary"}],
                         "targets": [%s]}\
                        """
                                .formatted(deliverEarly, Street.webhook(to)))
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
        metrics.close();
    }

    private UUID run() {
        return run(pipeline);
    }

    private UUID run(JsonPath ofPipeline) {
        return Ids.run(
                UUID.fromString(ofPipeline.getString("pipelineId")),
                UUID.fromString(workout.getRecordId()));
    }

    private void heartRateComes() {
        comes(MetricDays.liveHour(anna.user(), start, 123));
    }

    private void comes(HeartRateSeries hour) {
        anna.kafka()
                .produce(
                        Topics.HEALTH_HEART_RATE,
                        anna.user().toString(),
                        metrics.encode(hour),
                        Map.of());
    }

    /** What the Heart Rate Summary behind the booster found. */
    private static List<Double> measured(JsonPath run) {
        Map<String, Number> values = run.getMap("steps[2].values");
        return values.values().stream().map(Number::doubleValue).toList();
    }

    private JsonNode lastDelivered() {
        return receiver.received().getLast().json();
    }

    @Test
    void theRunWaitsAsksTheSourceAndGoesOnWhenItComes() {
        JsonPath waiting = anna.awaitStatus(run(), "WAITING");

        assertThat(waiting.getList("steps.status")).containsExactly("SKIPPED", "WAITING");
        assertThat(waiting.getString("reason")).contains("heart rate");
        assertThat(receiver.received()).isEmpty();
        assertThat(asked().getSync().getKinds()).containsExactly(PayloadKind.HEART_RATE);

        heartRateComes();

        JsonPath synced = anna.awaitStatus(run(), "SYNCED");
        assertThat(synced.getList("steps.status"))
                .containsExactly("SKIPPED", "ADDED", "ADDED", "DELIVERED");
        assertThat(receiver.received()).hasSize(1);
        assertThat(lastDelivered().path("type").asText()).isEqualTo("activity.created");
        assertThat(measured(synced)).contains(123.0);
    }

    @Test
    void whatComesAfterTheRunHasGoneOnWithoutUpdatesTheTarget() {
        anna.awaitStatus(run(), "WAITING");
        waitsForHours();
        JsonPath without = anna.awaitStatus(run(), "SYNCED");
        assertThat(measured(without)).isEmpty();

        heartRateComes();

        anna.awaitRun(run(), found -> receiver.received().size() == 2);
        JsonPath synced = anna.awaitStatus(run(), "SYNCED");
        assertThat(synced.getList("steps.status"))
                .containsExactly("SKIPPED", "ADDED", "ADDED", "DELIVERED");
        assertThat(lastDelivered().path("type").asText()).isEqualTo("activity.updated");
        assertThat(measured(synced)).contains(123.0);
    }

    @Test
    void aPipelineThatDeliversEarlyTellsAtOnceAndOnceMoreWhenItIsDone() {
        anna.awaitStatus(run(), "WAITING");
        WebhookReceiver early = new WebhookReceiver();
        JsonPath eager = pipeline(early, true);
        anna.publish(Activities.renamed(workout, "Heavy legs"));

        JsonPath waiting =
                anna.awaitRun(
                        run(eager),
                        found -> "DELIVERED".equals(found.getString("steps[2].status")));
        assertThat(waiting.getString("status")).isEqualTo("WAITING");
        heartRateComes();
        JsonPath synced = anna.awaitStatus(run(eager), "SYNCED");

        assertThat(synced.getList("steps.status"))
                .containsExactly("SKIPPED", "ADDED", "ADDED", "DELIVERED");
        assertThat(early.received())
                .extracting(sent -> sent.json().path("type").asText())
                .containsExactly("activity.created", "activity.updated");
        assertThat(early.received())
                .extracting(sent -> sent.json().path("data").path("boosts").path(1))
                .extracting(boost -> boost.path("status").asText())
                .containsExactly("WAITING", "ADDED");
        early.close();
    }

    @Test
    void whatWentOutEarlyIsUpdatedWhenItIsRunAgainAnotherWay() {
        anna.awaitStatus(run(), "WAITING");
        WebhookReceiver early = new WebhookReceiver();
        JsonPath eager = pipeline(early, true);
        anna.publish(Activities.renamed(workout, "Heavy legs"));
        anna.awaitRun(run(eager), found -> "DELIVERED".equals(found.getString("steps[2].status")));
        String withoutWaiting =
                """
                {"name": "Strength", "trigger": {"record": "activity"}, "includeEarlier": true,
                 "boosters": [{"id": "source-link"}], "targets": [%s]}\
                """
                        .formatted(Street.webhook(early));
        String id = eager.getString("pipelineId");
        anna.asks().body(withoutWaiting).put("/api/pipelines/" + id).then().statusCode(200);

        anna.asks().post("/api/runs/" + run(eager) + "/again").then().statusCode(202);

        anna.awaitStatus(run(eager), "SYNCED");
        assertThat(early.received())
                .extracting(sent -> sent.json().path("type").asText())
                .containsExactly("activity.created", "activity.updated");
        early.close();
    }

    @Test
    void anHourThatIsToldInPartIsNotTakenForWholeBecauseALaterOneIsThere() {
        anna.awaitStatus(run(), "WAITING");
        Instant told = start.plus(Duration.ofMinutes(20));
        HeartRateSeries part = MetricDays.liveHour(anna.user(), start, 99);
        part.setRevision(part.getRevision() - 1024);
        part.setCoveredUntilEpochMillis(told.toEpochMilli());
        part.setContentHash(ContentHash.of(part));

        comes(MetricDays.liveHour(anna.user(), start.plus(Duration.ofHours(1)), 88));
        comes(part);

        anna.awaitRun(run(), found -> found.getString("reason").contains("there until"));
        assertThat(anna.run(run()).getString("status")).isEqualTo("WAITING");
        heartRateComes();
        assertThat(measured(anna.awaitStatus(run(), "SYNCED")))
                .contains(123.0)
                .doesNotContain(99.0);
    }

    @Test
    void aCancelledRunStaysSoWhateverComes() {
        anna.awaitStatus(run(), "WAITING");
        anna.asks().post("/api/runs/" + run() + "/cancel").then().statusCode(202);

        heartRateComes();

        Activity other = Activities.run(anna.user(), UUID.randomUUID().toString(), Instant.now());
        anna.publish(other);
        anna.awaitStatus(
                Ids.run(
                        UUID.fromString(pipeline.getString("pipelineId")),
                        UUID.fromString(other.getRecordId())),
                "SYNCED");
        assertThat(anna.run(run()).getString("status")).isEqualTo("CANCELLED");
    }

    private SourceRequest asked() {
        try (AvroCodec<SourceRequest> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.SOURCE_REQUESTS,
                        SourceRequest.class)) {
            return codec.decode(
                    anna.kafka()
                            .await(
                                    Topics.SOURCE_REQUESTS,
                                    entry -> anna.user().toString().equals(entry.key()),
                                    1,
                                    Street.LIMIT)
                            .getLast()
                            .value());
        }
    }

    /** As if the booster had been asked for the first time long ago. */
    private void waitsForHours() {
        transactions.writeAndWait(() ->
                table.locked(anna.user(), run())
                        .map(row -> requireNonNull(row))
                        .invoke(row -> {
                            Waypoint kept = Waypoint.read(requireNonNull(row.waypoint()));
                            row.keep(
                                    new Waypoint(
                                            kept.booster(),
                                            kept.choices(),
                                            kept.askedFirst().minus(Duration.ofHours(3)),
                                            kept.awaits(),
                                            kept.activity()));
                            row.due(Instant.now());
                        }));
    }
}
