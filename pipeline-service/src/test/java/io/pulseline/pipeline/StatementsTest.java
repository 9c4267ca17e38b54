package io.pulseline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often the database is asked; without polls, which would ask in between. */
@QuarkusTest
@Tag("containers")
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = @ResourceArg(name = "pulseline.pace.poll", value = "1h"))
class StatementsTest {
    private final Street anna = Street.anna();
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

    @BeforeEach
    void listen() {
        sql.setLevel(Level.FINE);
        sql.addHandler(handler);
    }

    @AfterEach
    void tidy() {
        sql.removeHandler(handler);
        sql.setLevel(null);
        anna.close();
    }

    @Test
    void aPageIsTwoStatementsHoweverManyRunsItHas() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        String mark = UUID.randomUUID().toString();
        for (int thing = 0; thing < 3; thing++) {
            published(pipeline, mark + thing);
        }
        statements.clear();

        List<String> found =
                anna.asks()
                        .queryParam("text", mark)
                        .queryParam("target", "kafka")
                        .get("/api/runs")
                        .jsonPath()
                        .getList("runs.runId");

        assertThat(found).hasSize(3);
        assertThat(statements).hasSize(2);
    }

    @Test
    void aRunTakesSixStatementsFromItsClaimToTheLedger() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        published(pipeline, "warm " + UUID.randomUUID());
        statements.clear();

        published(pipeline, "counted " + UUID.randomUUID());

        List<String> all = List.copyOf(statements);
        int entered = last(all, all.size(), "insert into delivery_content");
        int claimed = last(all, entered, "update run r set");
        assertThat(claimed).isNotNegative().isLessThan(entered);
        assertThat(all.subList(claimed, entered + 1).stream().filter(StatementsTest::isOfARun))
                .hasSizeLessThanOrEqualTo(6);
    }

    private static int last(List<String> all, int before, String part) {
        int place = before - 1;
        while (place >= 0 && !all.get(place).contains(part)) {
            place--;
        }
        return place;
    }

    /** Not of the announcer or the delivery worker, who have their own work at the same time. */
    private static boolean isOfARun(String statement) {
        return statement.contains("insert into")
                || statement.startsWith("update run r set")
                || (statement.startsWith("select")
                        && !statement.contains(" from run ")
                        && !statement.contains("from delivery d")
                        && !statement.contains("delivery_content"));
    }

    @Test
    void aRunTakesNoMoreStatementsThanItDid() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        published(pipeline, "warm " + UUID.randomUUID());
        statements.clear();

        published(pipeline, "counted " + UUID.randomUUID());

        assertThat(bookkeeping()).isLessThanOrEqualTo(31);
        // Tiers are off.
        assertThat(statements)
                .noneMatch(one -> one.contains("user_tier") || one.contains("counted_activity"));
    }

    /**
     * Of one run with one target, without what does not depend on the run: looking for work, and
     * publishing, which may tell several changes as one and reads two tables each time.
     */
    private long bookkeeping() {
        long published =
                statements.stream()
                        .filter(one -> one.contains(" from run ") && one.contains("run_id in ($1)"))
                        .count();
        return statements.stream()
                        .filter(one -> !one.contains("skip locked"))
                        .filter(one -> !one.startsWith("update delivery d"))
                        .filter(one -> !one.contains("announcement"))
                        .count()
                - 2 * published;
    }

    /** Until the last change of its run has been told. */
    private void published(JsonPath pipeline, String title) {
        Activity activity = Activities.run(anna.user(), title, Instant.now());
        activity.setTitle(title);
        anna.publish(Activities.hashed(activity));
        UUID run =
                Ids.run(
                        UUID.fromString(pipeline.getString("pipelineId")),
                        UUID.fromString(activity.getRecordId()));
        anna.kafka()
                .await(
                        Topics.PIPELINE_RUNS,
                        entry ->
                                run.toString().equals(KafkaProbe.headersOf(entry).get("ce_subject"))
                                        && new String(entry.value(), UTF_8).contains("SYNCED"),
                        1,
                        Street.LIMIT);
        // The announcer's last statement may come after what it has told, and so may its next look.
        AtomicInteger before = new AtomicInteger();
        await().atMost(Street.LIMIT)
                .pollInterval(Duration.ofMillis(250))
                .until(() ->
                        before.getAndSet(statements.size()) == statements.size()
                                && statements.stream()
                                        .anyMatch(one -> one.contains("delete from announcement")));
    }
}
