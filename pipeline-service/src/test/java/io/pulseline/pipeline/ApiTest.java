package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP face. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class ApiTest {
    private final Street anna = Street.anna();
    private final Street ben = Street.ben();

    @AfterEach
    void tidy() {
        anna.close();
        ben.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/catalogue",
                "/api/pipelines",
                "/api/runs",
                "/api/records",
                "/api/progress/records",
                "/api/preferences",
                "/api/activities/0/series",
                "/q/openapi",
                "/q/metrics",
            })
    void withoutALoginThereIsNothing(String path) {
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
    void healthIsOpen(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void theFrontPageAndTheDescriptionOfTheApiAreThere() {
        anna.asks().get("/").then().statusCode(200).body(containsString("Latest runs"));
        anna.asks().get("/q/openapi").then().statusCode(200).body(containsString("/api/pipelines"));
    }

    @Test
    void aSecretWeMadeIsShownOnceAndNeverAgain() {
        JsonPath created =
                anna.pipeline(
                        "{\"id\": \"webhook\", \"configuration\": {\"url\": \"https://example.com/h\"}}");
        String id = created.getString("pipelineId");

        assertThat(created.getString("targets[0].configuration.secret")).startsWith("whsec_");
        anna.asks()
                .get("/api/pipelines/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString("whsec_")))
                .body("targets[0].configuration.url", equalTo("https://example.com/h"))
                .body("createdAt", equalTo(created.getString("createdAt")));
    }

    @Test
    void aSecretTheUserGaveIsNeverShown() {
        String given =
                """
                {"id": "webhook", "configuration": {"url": "https://example.com/h",
                 "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}}\
                """;

        assertThat(anna.pipeline(given).getMap("targets[0].configuration"))
                .doesNotContainKey("secret");
    }

    @Test
    void aChangedPipelineKeepsTheTargetsThatStay() {
        JsonPath created =
                anna.pipeline(
                        "{\"id\": \"webhook\", \"configuration\": {\"url\": \"https://example.com/h\"}}",
                        Street.kafkaTarget());
        String body =
                """
                {"name": "Only rides", "enabled": false, "targets": [
                  {"id": "kafka"},
                  {"id": "webhook", "targetId": "%s",
                   "configuration": {"url": "https://example.com/other", "inlineSeries": true}}]}\
                """
                        .formatted(created.getString("targets[0].targetId"));

        anna.asks()
                .body(body)
                .put("/api/pipelines/" + created.getString("pipelineId"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Only rides"))
                .body("enabled", equalTo(false))
                .body("boosters.size()", equalTo(0))
                .body("targets[0].targetId", equalTo(created.getString("targets[1].targetId")))
                .body("targets[1].targetId", equalTo(created.getString("targets[0].targetId")))
                .body("targets[1].configuration.inlineSeries", equalTo(true))
                .body(not(containsString("whsec_")));
    }

    @Test
    void everyWrongFieldIsNamed() {
        String body =
                """
                {"name": " ", "enabled": "yes", "trigger": {"record": "sleep"}, "colour": "red",
                 "boosters": [{"id": "type-mapper", "configuration": {"rules": [
                    {"field": "title", "match": "regex", "value": "(", "type": "RUN"}]}},
                    {"id": "weather"}],
                 "targets": [{"id": "webhook", "configuration":
                    {"url": "ftp://example.com", "secret": "short"}}, {"id": "fax"}]}\
                """;

        anna.asks()
                .body(body)
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("title", equalTo("Bad Request"))
                .body(
                        "errors.field",
                        hasItems(
                                "name",
                                "enabled",
                                "trigger.record",
                                "colour",
                                "boosters[0].configuration.rules[0].value",
                                "boosters[1].id",
                                "targets[0].configuration.url",
                                "targets[0].configuration.secret",
                                "targets[1].id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | The body is not JSON.",
                "{\"name\": | The body is not JSON.",
                "[] | (body)",
                "7 | (body)",
                "{\"name\": \"x\"} | targets",
            })
    void aBodyOfAnotherShapeIsRefused(String body, String detail) {
        anna.asks()
                .body(body)
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void aHugeBodyIsRefused() {
        String huge = "{\"name\": \"" + "x".repeat(1_100_000) + "\"}";

        anna.asks().body(huge).post("/api/pipelines").then().statusCode(413);
    }

    @Test
    void anotherUsersThingsDoNotExist() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        String id = pipeline.getString("pipelineId");
        Activity activity = Activities.run(anna.user(), "private", Instant.now());
        anna.publish(activity);
        UUID run = Ids.run(UUID.fromString(id), UUID.fromString(activity.getRecordId()));
        anna.awaitStatus(run, "SYNCED");

        ben.asks().get("/api/pipelines/" + id).then().statusCode(404);
        ben.asks().delete("/api/pipelines/" + id).then().statusCode(404);
        ben.asks()
                .body("{\"name\": \"mine\", \"targets\": [{\"id\": \"kafka\"}]}")
                .put("/api/pipelines/" + id)
                .then()
                .statusCode(404);
        ben.asks().get("/api/runs/" + run).then().statusCode(404);
        ben.asks().get("/api/runs").then().body("runs.size()", equalTo(0));
        String path = "/api/activities/" + activity.getRecordId();
        ben.asks().get(path).then().statusCode(404).contentType("application/problem+json");
        ben.asks().get(path + "/series").then().statusCode(404);
        anna.asks().get(path).then().statusCode(200);
    }

    @Test
    void whatHasNoUuidDoesNotExist() {
        anna.asks().get("/api/runs/42").then().statusCode(404);
        anna.asks().get("/api/pipelines/../../x").then().statusCode(404);
    }

    @Test
    void theHistoryComesInPages() {
        JsonPath pipeline = anna.pipeline(Street.kafkaTarget());
        for (int thing = 0; thing < 3; thing++) {
            Activity activity = Activities.run(anna.user(), "page-" + thing, Instant.now());
            anna.publish(activity);
            anna.awaitStatus(
                    Ids.run(
                            UUID.fromString(pipeline.getString("pipelineId")),
                            UUID.fromString(activity.getRecordId())),
                    "SYNCED");
        }

        JsonPath first = anna.asks().get("/api/runs?limit=2").jsonPath();
        JsonPath second =
                anna.asks()
                        .queryParam("limit", 2)
                        .queryParam("after", first.getString("next"))
                        .get("/api/runs")
                        .jsonPath();

        assertThat(first.getList("runs.runId")).hasSize(2);
        assertThat(second.getList("runs.runId"))
                .doesNotContainAnyElementsOf(first.getList("runs.runId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "after=nonsense", "after=%F0"})
    void aStrangePageIsRefused(String query) {
        anna.asks().get("/api/runs?" + query).then().statusCode(400);
    }

    @Test
    void aWrongPasswordIsNoLogin() {
        given().auth()
                .preemptive()
                .basic("anna", "wrong")
                .get("/api/pipelines")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("basic realm"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        anna.asks()
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/pipelines")
                .then()
                .statusCode(415);
    }
}
