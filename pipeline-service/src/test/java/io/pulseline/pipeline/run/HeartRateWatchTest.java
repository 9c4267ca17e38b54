package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.WebhookReceiver;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.KnownHeartRate;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.ReceivedRecord;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.testing.Infrastructure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that reads heart rate just when some is being kept learns of it all the same. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class HeartRateWatchTest {
    /** All tests share one database: each has times of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Inject RunTable table;
    @Inject RunMemories memories;
    @Inject RunDesk desk;
    @Inject Runs runs;
    @Inject Records records;
    @Inject Transactions transactions;

    private final Street anna = Street.anna();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final AvroCodec<HeartRateSeries> metrics =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_HEART_RATE,
                    HeartRateSeries.class);

    /** Within one hour. */
    private final Instant start =
            Instant.now()
                    .truncatedTo(ChronoUnit.HOURS)
                    .minus(Duration.ofHours(500 + 3L * TESTS.getAndIncrement()))
                    .plus(Duration.ofMinutes(10));

    private final Lookup.HeartRate asked =
            new Lookup.HeartRate(start, start.plus(Activities.ELAPSED));
    private final HeartRateSeries hour = MetricDays.liveHour(anna.user(), start, 123);
    private Activity workout;
    private UUID run;

    @BeforeEach
    void aPipelineThatLooksForHeartRate() {
        JsonPath pipeline =
                anna.asks()
                        .body(
                                """
                                {"name": "Strength", "trigger": {"record": "activity"},
                                 "includeEarlier": true,
                                 "boosters": [
                                  {"id": "fitbit-heart-rate"}, {"id": "heart-rate-summary"}],
                                 "targets": [%s]}\
                                """
                                        .formatted(Street.webhook(receiver)))
                        .post("/api/pipelines")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        workout =
                Activities.run(
                        anna.user(), UUID.randomUUID().toString(), start.plus(Activities.ELAPSED));
        workout.setHeartRate(null);
        workout.setHeartRateZones(null);
        run =
                Ids.run(
                        UUID.fromString(pipeline.getString("pipelineId")),
                        UUID.fromString(workout.getRecordId()));
    }

    @AfterEach
    void tidy() {
        anna.close();
        receiver.close();
        metrics.close();
    }

    @Test
    void whatIsKeptBetweenReadingAndTheEndOfARunIsNotMissed() {
        anna.publish(Activities.hashed(workout));
        anna.awaitStatus(run, "WAITING");
        ClaimedRun ours = onItsFirstWay();
        StoredRecord record =
                transactions
                        .readAndWait(() -> records.latest(anna.user(), ours.recordId()))
                        .orElseThrow();

        assertThat(read(ours, record)).isEqualTo(KnownHeartRate.NOTHING);
        anna.kafka()
                .produce(
                        Topics.HEALTH_HEART_RATE,
                        anna.user().toString(),
                        metrics.encode(hour),
                        Map.of());

        assertThat(measured(anna.awaitStatus(run, "SYNCED"))).contains(123.0);
        transactions.writeAndWait(() ->
                desk.finish(
                        ours,
                        List.of(),
                        new RunResult.Over(RunStatus.FAILED, "of what was read before"),
                        Instant.now()));
        assertThat(anna.run(run).getString("status")).isEqualTo("SYNCED");
    }

    @Test
    void whatIsBeingKeptIsWaitedForBeforeItIsRead() throws InterruptedException {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        Thread keeper =
                Thread.ofVirtual()
                        .start(() ->
                                transactions.writeAndWait(
                                        () -> keptWhen(looked, mayCommit).replaceWith(true)));
        looked.join();

        anna.publish(Activities.hashed(workout));
        await("the run waits, for this or for data")
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        isLockAwaited() || "WAITING".equals(anna.run(run).getString("status")));
        mayCommit.complete(null);

        assertThat(measured(anna.awaitStatus(run, "SYNCED"))).contains(123.0);
        assertThat(keeper.join(Street.LIMIT)).isTrue();
    }

    /** As if the run had just begun, and we were the ones who claimed it. */
    private ClaimedRun onItsFirstWay() {
        return transactions.writeAndWait(() ->
                table.locked(anna.user(), run)
                        .map(row -> requireNonNull(row))
                        .map(row -> {
                            row.boosts = "[]";
                            row.keep(null);
                            row.due(Instant.now());
                            row.leaseOwner = "test";
                            row.leaseUntil = Instant.now().plus(Duration.ofHours(1));
                            row.attempts = 1;
                            return row.claimed();
                        }));
    }

    private KnownHeartRate read(ClaimedRun ours, StoredRecord record) {
        return memories.of(ours, record)
                .answer(Background.at(Instant.now()), List.of(asked))
                .heartRate(asked);
    }

    /** As the intake does, but its transaction stays open after it has looked for runs. */
    private Uni<Void> keptWhen(CompletableFuture<Void> looked, CompletableFuture<Void> mayCommit) {
        Context context = requireNonNull(Vertx.currentContext());
        ReceivedRecord received = ReceivedRecord.ofMetric(RecordType.HEART_RATE, hour);
        return records.keepAll(List.of(received), Instant.now())
                .chain(() -> runs.heartRateArrived(List.of(received), Instant.now()))
                .invoke(() -> looked.complete(null))
                .chain(() ->
                        Uni.createFrom()
                                .completionStage(mayCommit)
                                .emitOn(task -> context.runOnContext(_ -> task.run())));
    }

    private boolean isLockAwaited() {
        return transactions.readAndWait(() ->
                Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(
                                                "select count(*) from pg_locks where"
                                                        + " locktype = 'advisory'"
                                                        + " and not granted",
                                                Long.class)
                                        .getSingleResult()))
                > 0;
    }

    /** What the summary of the heart rate found. */
    private static List<Double> measured(JsonPath run) {
        Map<String, Number> values = run.getMap("steps[1].values");
        return values.values().stream().map(Number::doubleValue).toList();
    }
}
