package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users do with their pipelines over HTTP, besides creating and changing them. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class PipelinesTest {
    private static final String WEBHOOK =
            "{\"id\": \"webhook\", \"configuration\": {\"url\": \"https://example.com/h\"}}";

    /** Keys live longer than a test. */
    private final String keys = UUID.randomUUID() + " ";

    private final Street anna = Street.anna();
    private final Street ben = Street.ben();

    @AfterEach
    void tidy() {
        anna.close();
        ben.close();
    }

    @Test
    void aPipelineShowsItsTriggerAndWhatItRequires() {
        JsonPath created =
                created(
                        """
                        {"name": "Runs", "trigger": {"record": "activity",
                           "providers": ["GOOGLE_HEALTH"], "activityTypes": ["RUN", "HIKE"],
                           "recordingMethods": null},
                         "boosters": [{"id": "heart-rate-zones", "required": true},
                           {"id": "heart-rate-zones"}],
                         "targets": [{"id": "kafka"}]}\
                        """);

        for (JsonPath shown : List.of(created, pipeline(created))) {
            assertThat(shown.getList("trigger.providers")).containsExactly("GOOGLE_HEALTH");
            assertThat(shown.getList("trigger.activityTypes")).containsExactly("RUN", "HIKE");
            assertThat(shown.getList("trigger.recordingMethods")).isEmpty();
            assertThat(shown.getList("boosters.required")).containsExactly(true, false);
        }
    }

    @Test
    void whatATriggerCannotNameIsRefused() {
        anna.asks()
                .body(
                        """
                        {"name": "Runs", "trigger": {"providers": ["FITBIT", "STRAVA"],
                           "activityTypes": ["SKATE"], "recordingMethods": ["SENSED", "SENSED"],
                           "weekdays": []},
                         "boosters": [{"id": "heart-rate-zones", "required": "yes"}],
                         "targets": [{"id": "kafka"}]}\
                        """)
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems(
                                "trigger.providers",
                                "trigger.activityTypes",
                                "trigger.recordingMethods",
                                "trigger.weekdays",
                                "boosters[0].required"))
                .body("errors.reason", hasItems(containsString("FITBIT, GOOGLE_HEALTH, FILE")));
    }

    @Test
    void theListKeepsTheOrderItWasGivenAndNewOnesComeLast() {
        String a = named("a");
        String b = named("b");
        String c = named("c");
        assertThat(names()).containsExactly("a", "b", "c");

        anna.asks()
                .body(order(c, a, b))
                .put("/api/pipelines/order")
                .then()
                .statusCode(200)
                .body("name", equalTo(List.of("c", "a", "b")));
        anna.asks().delete("/api/pipelines/" + a).then().statusCode(204);
        named("d");

        assertThat(names()).containsExactly("c", "b", "d");
    }

    @Test
    void anOrderOfOtherPipelinesIsRefusedAndChangesNothing() {
        String a = named("a");
        String b = named("b");
        JsonPath bens =
                ben.asks().body(body("of ben")).post("/api/pipelines").then().extract().jsonPath();
        String foreign = bens.getString("pipelineId");

        anna.asks()
                .body(order(b, foreign, b))
                .put("/api/pipelines/order")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("pipelineIds[1]", "pipelineIds[2]", "pipelineIds"))
                .body(
                        "errors.reason",
                        hasItems(
                                "is no pipeline of yours: " + foreign,
                                "comes twice: " + b,
                                "lacks your pipeline " + a));
        assertThat(names()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | pipelineIds",
                "{\"pipelineIds\": 7} | pipelineIds",
                "{\"pipelineIds\": [\"42\"]} | pipelineIds[0]",
                "{\"pipelineIds\": [], \"ids\": []} | ids",
                "[] | (body)",
            })
    void whatIsNoOrderIsRefused(String body, String field) {
        anna.asks()
                .body(body)
                .put("/api/pipelines/order")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems(field));
    }

    @Test
    void disablingAndEnablingTwiceIsAsGoodAsOnce() {
        String id = named("a");
        String path = "/api/pipelines/" + id;

        JsonPath disabled = posted(path + "/disable", 200);
        JsonPath again = posted(path + "/disable", 200);
        assertThat(disabled.getBoolean("enabled")).isFalse();
        assertThat(again.getMap("$")).isEqualTo(disabled.getMap("$"));
        assertThat(anna.asks().get(path).jsonPath().getBoolean("enabled")).isFalse();

        JsonPath enabled = posted(path + "/enable", 200);
        assertThat(enabled.getBoolean("enabled")).isTrue();
        assertThat(posted(path + "/enable", 200).getMap("$")).isEqualTo(enabled.getMap("$"));
    }

    @Test
    void aCopyIsDisabledAndHasItsOwnSecrets() {
        JsonPath original = anna.pipeline(WEBHOOK, Street.kafkaTarget());

        JsonPath copy =
                posted("/api/pipelines/" + original.getString("pipelineId") + "/duplicate", 201);

        assertThat(copy.getString("name")).isEqualTo("Runs (copy)");
        assertThat(copy.getBoolean("enabled")).isFalse();
        assertThat(copy.getList("boosters")).isEqualTo(original.getList("boosters"));
        assertThat(copy.getList("targets.targetId"))
                .doesNotContainAnyElementsOf(original.getList("targets.targetId"));
        assertThat(copy.getString("targets[0].configuration.url"))
                .isEqualTo("https://example.com/h");
        assertThat(copy.getString("targets[0].configuration.secret"))
                .startsWith("whsec_")
                .isNotEqualTo(original.getString("targets[0].configuration.secret"));
        assertThat(copy.getString("targets[0].notice")).contains("secret", "receiver");
        assertThat(copy.getString("targets[1].notice")).isNull();
        assertThat(names()).containsExactly("Runs", "Runs (copy)");
        assertThat(pipeline(copy).getString("targets[0].notice")).isNull();
    }

    @Test
    void anExportIsImportedAsTheSamePipeline() {
        JsonPath original = anna.pipeline(WEBHOOK, Street.kafkaTarget());
        String exported = exported(original);

        JsonPath imported =
                ben.asks()
                        .body(exported)
                        .post("/api/pipelines/import")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();

        assertThat(exported)
                .doesNotContain(
                        "whsec_",
                        original.getString("pipelineId"),
                        original.getString("targets[0].targetId"),
                        anna.user().toString());
        assertThat(imported.getString("targets[0].configuration.secret")).startsWith("whsec_");
        assertThat(imported.getString("targets[0].notice")).isNotNull();
        String id = imported.getString("pipelineId");
        assertThat(ben.asks().get("/api/pipelines/" + id + "/export").asString())
                .isEqualTo(exported);
        anna.asks().get("/api/pipelines/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\", \"targets\": [{\"id\": \"kafka\"}]} | version",
                "{\"version\": 2, \"whatever\": 7} | version",
                "{\"version\": \"1\"} | version",
                "{\"version\": 1, \"name\": \"a\", \"targets\": [{\"id\": \"fax\"}]} | targets[0].id",
                "{\"version\": 1, \"pipelineId\": \"42\"} | pipelineId",
                "{\"version\": 1, \"targets\": [{\"id\": \"kafka\", \"targetId\": \"\"}]} | targets[0].targetId",
                "{\"version\": 1, \"targets\": []} | name",
                "{\"version\": 1, \"trigger\": {\"providers\": [\"X\"]}} | trigger.providers",
                "7 | (body)",
            })
    void whatIsNoExportIsRefused(String body, String field) {
        anna.asks()
                .body(body)
                .post("/api/pipelines/import")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems(field));
        assertThat(names()).isEmpty();
    }

    @Test
    void theSameRequestWithTheSameKeyHappensOnce() {
        JsonPath first = withKey("key", "/api/pipelines", body("a"), 201);
        JsonPath again = withKey("key", "/api/pipelines", body("a"), 201);

        assertThat(again.getMap("$")).isEqualTo(first.getMap("$"));
        assertThat(first.getString("targets[0].configuration.secret")).startsWith("whsec_");
        assertThat(names()).containsExactly("a");
        withKey("another key", "/api/pipelines", body("a"), 201);
        withKey(null, "/api/pipelines", body("a"), 201);
        assertThat(names()).containsExactly("a", "a", "a");
    }

    @Test
    void aKeyStandsForOneRequestOfOneUser() {
        JsonPath first = withKey("shared", "/api/pipelines", body("a"), 201);
        String duplicate = "/api/pipelines/" + first.getString("pipelineId") + "/duplicate";

        anna.asks()
                .header("Idempotency-Key", keys + "shared")
                .body(body("b"))
                .post("/api/pipelines")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("Idempotency-Key"))
                .body(not(containsString("whsec_")));
        withKey("shared", duplicate, "", 422);
        withKey("shared", "/api/pipelines/import", exported(first), 422);
        ben.asks()
                .header("Idempotency-Key", keys + "shared")
                .body(body("of ben"))
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .body("name", equalTo("of ben"));
        assertThat(names()).containsExactly("a");
    }

    @Test
    void copiesAndImportsHappenOnceToo() {
        JsonPath original = withKey(null, "/api/pipelines", body("a"), 201);
        String duplicate = "/api/pipelines/" + original.getString("pipelineId") + "/duplicate";
        String exported = exported(original);

        for (int time = 0; time < 2; time++) {
            withKey("copy", duplicate, "", 201);
            withKey("import", "/api/pipelines/import", exported, 201);
        }

        assertThat(names()).containsExactly("a", "a (copy)", "a");
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        withKey("retry", "/api/pipelines", "{\"name\": \"a\"}", 400);

        withKey("retry", "/api/pipelines", body("a"), 201);
    }

    @Test
    void aKeyMustSaySomething() {
        anna.asks()
                .header("Idempotency-Key", "x".repeat(201))
                .body(body("a"))
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("Idempotency-Key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable", "disable", "duplicate"})
    void nothingIsDoneToPipelinesOfOthers(String action) {
        String id = named("a");

        ben.asks().post("/api/pipelines/" + id + "/" + action).then().statusCode(404);
        ben.asks().get("/api/pipelines/" + id + "/export").then().statusCode(404);
        anna.asks()
                .post("/api/pipelines/" + UUID.randomUUID() + "/" + action)
                .then()
                .statusCode(404);
        ben.asks().get("/api/pipelines").then().body("$", hasSize(0));
        assertThat(names()).containsExactly("a");
    }

    private static String body(String name) {
        return "{\"name\": \"" + name + "\", \"targets\": [" + WEBHOOK + "]}";
    }

    private static String order(String... ids) {
        return List.of(ids).stream()
                .map(id -> '"' + id + '"')
                .collect(Collectors.joining(",", "{\"pipelineIds\": [", "]}"));
    }

    private JsonPath created(String body) {
        return anna.asks()
                .body(body)
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String named(String name) {
        return created(body(name)).getString("pipelineId");
    }

    private List<String> names() {
        return anna.asks().get("/api/pipelines").jsonPath().getList("name");
    }

    private JsonPath pipeline(JsonPath created) {
        return anna.asks().get("/api/pipelines/" + created.getString("pipelineId")).jsonPath();
    }

    private String exported(JsonPath created) {
        return anna.asks()
                .get("/api/pipelines/" + created.getString("pipelineId") + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private JsonPath posted(String path, int status) {
        return anna.asks().post(path).then().statusCode(status).extract().jsonPath();
    }

    private JsonPath withKey(@Nullable String key, String path, String body, int status) {
        RequestSpecification request = anna.asks();
        if (key != null) {
            request.header("Idempotency-Key", keys + key);
        }
        if (!body.isEmpty()) {
            request.body(body);
        }
        return request.post(path).then().statusCode(status).extract().jsonPath();
    }
}
