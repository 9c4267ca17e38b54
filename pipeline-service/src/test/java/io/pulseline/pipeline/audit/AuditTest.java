package io.pulseline.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known afterwards of what somebody changed. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class AuditTest {
    private static final String SECRET = "https://hooks.example/a-secret-place";

    @Inject DataSource database;

    private final Street ben = Street.ben();
    private final Street oskar = Street.of("oskar", "operates");

    @AfterEach
    void tidy() {
        ben.close();
        oskar.close();
    }

    private static String pipelineOf(Street user) {
        return user.asks()
                .body(
                        """
                        {"name": "Audited", "trigger": {"record": "activity"}, "boosters": [],
                         "targets": [{"id": "webhook", "configuration": {"url": "%s"}}]}\
                        """
                                .formatted(SECRET))
                .queryParam("ignored", "a-query")
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .path("pipelineId");
    }

    private static List<Map<String, Object>> mine(Street user) {
        return user.asks().get("/api/audit/mine").jsonPath().getList("entries");
    }

    private static void awaitMine(Street user, String method, String id) {
        await().atMost(Street.LIMIT)
                .until(() ->
                        mine(user).stream()
                                .anyMatch(entry ->
                                        method.equals(entry.get("method"))
                                                && List.of(id).equals(entry.get("objectIds"))));
    }

    @Test
    void aChangeLeavesALineWithoutBodyAndQuery() throws SQLException {
        String pipeline = pipelineOf(ben);
        ben.asks().delete("/api/pipelines/" + pipeline).then().statusCode(204);
        awaitMine(ben, "DELETE", pipeline);

        List<Map<String, Object>> latest = mine(ben).subList(0, 2);

        assertThat(latest.get(0))
                .containsEntry("path", "/api/pipelines/{pipelineId}")
                .containsEntry("status", 204);
        assertThat(latest.get(1))
                .containsEntry("method", "POST")
                .containsEntry("path", "/api/pipelines")
                .containsEntry("objectIds", List.of())
                .containsEntry("actor", ben.user().toString())
                .containsEntry("actorName", "ben")
                .containsEntry("roles", List.of("user"))
                .containsEntry("status", 201)
                .containsEntry("client", "basic");
        assertThat(lines("cast(whole as text) ~ 'a-secret-place|a-query|Audited|Basic '")).isZero();
    }

    @Test
    void whatOnlyReadsOrCannotBeTakenLeavesNone() throws SQLException {
        String pipeline = pipelineOf(ben);
        long before = lines("actor_id = '" + ben.user() + "' and method <> 'DELETE'");
        ben.asks().get("/api/pipelines").then().statusCode(200);
        ben.asks().get("/api/pipelines/" + pipeline).then().statusCode(200);
        ben.asks().body("{}").post("/api/pipelines").then().statusCode(400);
        ben.asks().delete("/api/pipelines/" + UUID.randomUUID()).then().statusCode(404);

        // One that comes after them: entries are written in their order.
        ben.asks().delete("/api/pipelines/" + pipeline).then().statusCode(204);
        awaitMine(ben, "DELETE", pipeline);

        assertThat(lines("actor_id = '" + ben.user() + "' and method <> 'DELETE'"))
                .isBetween(before, before + 1);
        assertThat(mine(ben).get(1)).containsEntry("path", "/api/pipelines");
    }

    @Test
    void whoLacksARoleIsWrittenDown() {
        UUID about = UUID.randomUUID();
        ben.asks()
                .body("{\"tier\": \"ATHLETE\"}")
                .put("/api/users/" + about + "/tier")
                .then()
                .statusCode(403);
        awaitMine(ben, "PUT", about.toString());

        assertThat(mine(ben).getFirst())
                .containsEntry("path", "/api/users/{userId}/tier")
                .containsEntry("status", 403);
    }

    @Test
    void operatorsSeeWhatEverybodyDidPageByPage() {
        String first = pipelineOf(ben);
        String second = pipelineOf(oskar);
        ben.asks().delete("/api/pipelines/" + first).then().statusCode(204);
        oskar.asks().delete("/api/pipelines/" + second).then().statusCode(204);
        awaitMine(oskar, "DELETE", second);
        awaitMine(ben, "DELETE", first);

        JsonPath page = page(null);
        JsonPath next = page(page.getString("next"));

        assertThat(List.of(page.getString("entries[0].actor"), next.getString("entries[0].actor")))
                .containsExactlyInAnyOrder(ben.user().toString(), oskar.user().toString());
        assertThat(page.getLong("entries[0].entryId"))
                .isGreaterThan(next.getLong("entries[0].entryId"));
        assertThat(mine(ben)).allMatch(one -> ben.user().toString().equals(one.get("actor")));
    }

    private JsonPath page(@Nullable String after) {
        return (after == null ? oskar.asks() : oskar.asks().queryParam("after", after))
                .queryParam("limit", 1)
                .get("/api/audit")
                .then()
                .statusCode(200)
                .body("entries.size()", equalTo(1))
                .extract()
                .jsonPath();
    }

    @Test
    void othersDoNotSeeItAndWrongParametersAreNamed() {
        ben.asks().get("/api/audit").then().statusCode(403);
        oskar.asks()
                .queryParam("limit", 0)
                .queryParam("after", "x")
                .queryParam("since", "y")
                .get("/api/audit")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("limit", "after", "since"));
    }

    private long lines(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select count(*) from audit_entry whole where " + condition)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
