package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding runs in the Activity History. */
@QuarkusTest
@Tag("containers")
@WithTestResource(ServiceSettings.class)
class RunSearchTest {
    private final Street ben = Street.ben();
    private final WebhookReceiver receiver = new WebhookReceiver();

    /** In every title: the history outlives the other tests. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void tidy() {
        ben.close();
        receiver.close();
    }

    @Test
    void textIsFoundAsItStandsInWhateverCase() {
        JsonPath pipeline = ben.pipeline(Street.kafkaTarget());
        String percent = synced(pipeline, "Gave 100% " + mark);
        String plain = synced(pipeline, "Gave 100 x " + mark);
        String underscore = synced(pipeline, "snake_case " + mark);
        synced(pipeline, "snakeXcase " + mark);
        String umlaut = synced(pipeline, "ÜBUNG am Weiher " + mark);
        String backslash = synced(pipeline, "up\\down " + mark);

        assertThat(found("text", "gave 100% " + mark)).containsExactly(percent);
        assertThat(found("text", "100 X " + mark)).containsExactly(plain);
        assertThat(found("text", "snake_case " + mark)).containsExactly(underscore);
        assertThat(found("text", "übung am WEIHER " + mark)).containsExactly(umlaut);
        assertThat(found("text", "up\\down " + mark)).containsExactly(backslash);
        assertThat(found("text", mark.toUpperCase(Locale.ROOT))).hasSize(6);
        assertThat(found("text", "%" + mark)).isEmpty();
    }

    @Test
    void filtersMustAllFit() {
        JsonPath pipeline = ben.pipeline(Street.webhook(receiver), Street.kafkaTarget());
        String onTreadmill = synced(pipeline, "Treadmill " + mark);
        receiver.answerNext(400);
        String partial = run(pipeline, "Outside " + mark, "PARTIAL");
        String webhook = pipeline.getString("targets[0].targetId");

        assertThat(found("text", mark, "status", "PARTIAL")).containsExactly(partial);
        assertThat(found("text", mark, "status", "PARTIAL", "status", "SYNCED"))
                .containsExactly(partial, onTreadmill);
        assertThat(found("text", mark, "status", "CANCELLED")).isEmpty();
        assertThat(found("text", mark, "activityType", "TREADMILL_RUN"))
                .containsExactly(onTreadmill);
        assertThat(found("text", mark, "activityType", "TREADMILL_RUN", "status", "PARTIAL"))
                .isEmpty();
        assertThat(found("text", mark, "target", "webhook")).containsExactly(partial, onTreadmill);
        assertThat(found("text", mark, "target", webhook)).containsExactly(partial, onTreadmill);
        assertThat(found("text", mark, "target", UUID.randomUUID().toString())).isEmpty();
        assertThat(found("text", mark, "record", "activity")).hasSize(2);
    }

    @Test
    void timeIncludesItsBeginningAndExcludesItsEnd() {
        JsonPath pipeline = ben.pipeline(Street.kafkaTarget());
        String run = synced(pipeline, "Timed " + mark);
        String start = ben.run(UUID.fromString(run)).getString("startedAt");
        String later = Instant.parse(start).plusMillis(1).toString();

        assertThat(found("text", mark, "from", start)).containsExactly(run);
        assertThat(found("text", mark, "from", later)).isEmpty();
        assertThat(found("text", mark, "to", start)).isEmpty();
        assertThat(found("text", mark, "from", start, "to", later)).containsExactly(run);
    }

    @Test
    void pagesOfRunsThatBeganTogetherMissAndRepeatNothing() {
        JsonPath pipeline = ben.pipeline(Street.kafkaTarget());
        List<String> runs = new ArrayList<>();
        for (int thing = 0; thing < 5; thing++) {
            runs.add(synced(pipeline, "Page " + thing + " " + mark));
        }
        letAllBegin(pipeline.getString("pipelineId"), Instant.parse("2001-02-03T04:05:06Z"));

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = page(next);
            List<String> ids = page.getList("runs.runId");
            assertThat(ids).hasSizeBetween(1, 2);
            seen.addAll(ids);
            next = page.getString("next");
        } while (next != null);

        runs.sort(Comparator.<String>naturalOrder().reversed());
        assertThat(seen).containsExactlyElementsOf(runs);
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        JsonPath pipeline = ben.pipeline(Street.kafkaTarget());
        synced(pipeline, "One " + mark);
        synced(pipeline, "Two " + mark);

        JsonPath page = page(null);

        assertThat(page.getList("runs")).hasSize(2);
        assertThat(page.getString("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, none",
        "after, nonsense",
        "record, weight",
        "status, DONE",
        "activityType, run",
        "target, fax",
        "from, 2026-11-29",
        "to, tomorrow",
        "text, ' '",
        "stauts, FAILED",
    })
    void aWrongFilterIsRefusedByItsName(String name, String value) {
        ben.asks()
                .queryParam(name, value)
                .get("/api/runs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(1))
                .body("errors.field", hasItem(name));
    }

    private JsonPath page(@Nullable String after) {
        RequestSpecification asks = ben.asks().queryParam("limit", 2).queryParam("text", mark);
        return (after == null ? asks : asks.queryParam("after", after))
                .get("/api/runs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> found(String... parameters) {
        RequestSpecification asks = ben.asks();
        for (int next = 0; next < parameters.length; next += 2) {
            asks = asks.queryParam(parameters[next], parameters[next + 1]);
        }
        return asks.get("/api/runs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("runs.runId");
    }

    private String synced(JsonPath pipeline, String title) {
        return run(pipeline, title, "SYNCED");
    }

    private String run(JsonPath pipeline, String title, String status) {
        Activity activity = Activities.run(ben.user(), title, Instant.now());
        activity.setTitle(title);
        ben.publish(Activities.hashed(activity));
        UUID run =
                Ids.run(
                        UUID.fromString(pipeline.getString("pipelineId")),
                        UUID.fromString(activity.getRecordId()));
        ben.awaitStatus(run, status);
        return run.toString();
    }

    private static void letAllBegin(String pipelineId, Instant start) {
        Infrastructure.Postgres postgres = Infrastructure.shared().postgres();
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("pipeline"),
                                postgres.username(),
                                postgres.password());
                PreparedStatement update =
                        connection.prepareStatement(
                                "update run set started_at = ?::timestamptz"
                                        + " where pipeline_id = ?::uuid")) {
            update.setString(1, start.toString());
            update.setString(2, pipelineId);
            assertThat(update.executeUpdate()).isEqualTo(5);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
