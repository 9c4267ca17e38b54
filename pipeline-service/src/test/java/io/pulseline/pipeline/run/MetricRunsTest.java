package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.WebhookReceiver;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics through pipelines: baselines, what is missing, and how long their runs are kept. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class MetricRunsTest {
    /** All tests share one database: each has times of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject RunTable table;
    @Inject RunKeeper keeper;
    @Inject Transactions transactions;

    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final AvroCodec<HeartRateVariability> codec =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_HEART_RATE_VARIABILITY,
                    HeartRateVariability.class);

    /** The first of ten nights; no other test has one in a baseline before them. */
    private final LocalDate first =
            LocalDate.of(2000, 1, 1).plusDays(90L * TESTS.getAndIncrement());

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
        codec.close();
    }

    private JsonPath pipeline(String boosters) {
        return anna.asks()
                .body(
                        """
                        {"name": "Nights", "includeEarlier": true,
                         "trigger": {"record": "metric", "metrics": ["heart-rate-variability"]},
                         "boosters": [%s], "targets": [%s, %s]}\
                        """
                                .formatted(
                                        boosters, Street.webhook(receiver), Street.kafkaTarget()))
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private HeartRateVariability night(int day, double rmssd) {
        LocalDate date = first.plusDays(day);
        long captured = Instant.now().toEpochMilli();
        HeartRateVariability night = new HeartRateVariability();
        night.setRecordId(
                Ids.record(anna.user(), RecordType.HEART_RATE_VARIABILITY, date.toString())
                        .toString());
        night.setUser(anna.user().toString());
        night.setRevision(Revision.of(captured, 1));
        night.setLocalDate(date.toString());
        night.setAcquisition(Acquisition.LIVE);
        night.setProvenance(
                new Provenance("FITBIT", null, "p1", 1, captured, "SENSED", null, null, null));
        night.setDailyRmssdMilliseconds(rmssd);
        night.setContentHash(ContentHash.of(night));
        return night;
    }

    private void publish(HeartRateVariability night) {
        anna.kafka()
                .produce(
                        Topics.HEALTH_HEART_RATE_VARIABILITY,
                        anna.user().toString(),
                        codec.encode(night),
                        Map.of());
    }

    private static UUID run(JsonPath pipeline, HeartRateVariability night) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(night.getRecordId()));
    }

    private HeartRateVariability tenNights() {
        for (int day = 0; day < 9; day++) {
            publish(night(day, day % 2 == 0 ? 40 : 44));
        }
        HeartRateVariability low = night(9, 21);
        publish(low);
        return low;
    }

    @Test
    void aNightOutsideItsBaselineIsToldToTheTargets() {
        JsonPath pipeline = pipeline("{\"id\": \"baseline\"}");

        HeartRateVariability low = tenNights();

        JsonPath synced = anna.awaitStatus(run(pipeline, low), "SYNCED");
        assertThat(synced.getString("recordType")).isEqualTo("heart-rate-variability");
        assertThat(synced.getString("title"))
                .isEqualTo("heart-rate-variability of " + low.getLocalDate());
        assertThat(synced.getFloat("steps[0].values.outsideBaseline")).isEqualTo(1f);
        JsonNode sent = body(low);
        assertThat(sent.path("type").asText()).isEqualTo("metric.created");
        assertThat(sent.path("data").path("dailyRmssdMilliseconds").asDouble()).isEqualTo(21);
        assertThat(sent.path("data").path("boosts").path(0).path("text").asText())
                .contains("below");
        assertThat(boosted(low).getHeartRateVariability().getDailyRmssdMilliseconds())
                .isEqualTo(21);
    }

    private JsonNode body(HeartRateVariability night) {
        return receiver.received().stream()
                .map(WebhookReceiver.Received::json)
                .filter(json ->
                        json.path("data").path("recordId").asText().equals(night.getRecordId()))
                .findFirst()
                .orElseThrow();
    }

    private BoostedMetric boosted(HeartRateVariability night) {
        try (AvroCodec<BoostedMetric> metrics =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_METRICS,
                        BoostedMetric.class)) {
            return metrics.decode(
                    anna.kafka()
                            .await(
                                    Topics.PIPELINE_METRICS,
                                    entry ->
                                            metrics.decode(entry.value())
                                                    .getRecordId()
                                                    .equals(night.getRecordId()),
                                    1,
                                    Street.LIMIT)
                            .getFirst()
                            .value());
        }
    }

    @Test
    void runsOfMetricsHaveAListOfTheirOwn() {
        JsonPath pipeline = pipeline("{\"id\": \"baseline\"}");
        HeartRateVariability night = night(0, 40);
        publish(night);
        UUID run = run(pipeline, night);
        anna.awaitStatus(run, "SYNCED");

        assertThat(listed("")).doesNotContain(run.toString());
        assertThat(listed("?record=metric")).contains(run.toString());
        assertThat(listed("?record=heart-rate-variability")).contains(run.toString());
        assertThat(listed("?record=sleep")).doesNotContain(run.toString());
    }

    private List<String> listed(String question) {
        return anna.asks().get("/api/runs" + question).jsonPath().getList("runs.runId");
    }

    @Test
    void aRunThatIsLookedAtAgainTellsNobodyWhatTheyKnow() {
        JsonPath pipeline = pipeline("{\"id\": \"missing-data\"}");
        HeartRateVariability night = night(0, 40);
        publish(night);
        UUID run = run(pipeline, night);
        JsonPath before = anna.awaitStatus(run, "SYNCED");
        assertThat(before.getString("steps[0].status")).isEqualTo("ADDED");

        transactions.writeAndWait(() ->
                table.locked(anna.user(), run)
                        .map(row -> requireNonNull(row))
                        .invoke(row -> row.lookAgainAt = Instant.now().minusSeconds(1)));
        assertThat(keeper.step()).isPositive();

        anna.awaitRun(
                run,
                found -> found.getInt("pass") == 1 && "SYNCED".equals(found.getString("status")));
        assertThat(receiver.received()).as("it says the same as before").hasSize(1);
    }

    @Test
    void runsOfMetricsAreForgottenAfterAWeekThoseOfActivitiesAreNot() {
        JsonPath pipeline = pipeline("{\"id\": \"baseline\"}");
        HeartRateVariability old = night(0, 40);
        HeartRateVariability fresh = night(1, 40);
        publish(old);
        publish(fresh);
        anna.awaitStatus(run(pipeline, old), "SYNCED");
        anna.awaitStatus(run(pipeline, fresh), "SYNCED");
        HeartRateVariability watched = night(2, 40);
        publish(watched);
        anna.awaitStatus(run(pipeline, watched), "SYNCED");
        transactions.writeAndWait(() ->
                table.update(
                        "changedAt = ?1 where runId in ?2",
                        Instant.now().minusSeconds(8 * 86_400),
                        List.of(run(pipeline, old), run(pipeline, watched))));
        transactions.writeAndWait(() ->
                table.update(
                        "lookAgainAt = ?1 where runId = ?2",
                        Instant.now().plusSeconds(86_400),
                        run(pipeline, watched)));

        keeper.step();

        anna.asks().get("/api/runs/" + run(pipeline, old)).then().statusCode(404);
        anna.asks().get("/api/runs/" + run(pipeline, fresh)).then().statusCode(200);
        anna.asks().get("/api/runs/" + run(pipeline, watched)).then().statusCode(200);
    }

    @Test
    void aMetricThatVanishedIsRetracted() {
        JsonPath pipeline = pipeline("");
        HeartRateVariability night = night(0, 40);
        publish(night);
        anna.awaitStatus(run(pipeline, night), "SYNCED");
        HeartRateVariability gone = night(0, 40);
        gone.setDeleted(true);
        gone.setDailyRmssdMilliseconds(null);
        gone.setRevision(night.getRevision() + 1024);
        gone.setContentHash(ContentHash.of(gone));

        publish(gone);

        anna.awaitRun(
                run(pipeline, night),
                found ->
                        found.getLong("revision") == gone.getRevision()
                                && "SYNCED".equals(found.getString("status")));
        assertThat(receiver.received().getLast().json().path("type").asText())
                .isEqualTo("metric.deleted");
    }

    @Test
    void aPipelineForMetricsTakesNoBoosterForActivities() {
        JsonPath answer =
                anna.asks()
                        .body(
                                """
                                {"name": "Mixed", "trigger": {"record": "metric", "activityTypes": ["RUN"]},
                                 "boosters": [{"id": "streak"}], "targets": [%s]}\
                                """
                                        .formatted(Street.kafkaTarget()))
                        .post("/api/pipelines")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath();
        assertThat(answer.getList("errors.field"))
                .contains("trigger.activityTypes", "boosters[0].id");
    }
}
