package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.testing.description.ApiDescription;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the description of the API shows is there, fits, and is taken. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class OpenApiExamplesTest {
    private final Street iris = Street.reader("iris");
    private ApiDescription api;

    @BeforeEach
    void reads() {
        api = ApiDescription.of(iris.asks().get("/q/openapi?format=json").asString());
    }

    @AfterEach
    void tidy() {
        iris.removePipelines();
        iris.close();
    }

    @Test
    void everyOperationIsDescribedWithExamplesThatFit() {
        assertThat(api.faults()).isEmpty();
    }

    @Test
    void everyExampleOfOursIsOfSomethingThatIsThere() throws IOException {
        assertThat(api.strangersOf(getClass())).isEmpty();
    }

    @Test
    void aPipelineIsCreatedReplacedOrderedAndImportedAsShown() {
        JsonPath created = created();
        String id = created.getString("pipelineId");

        put(
                "/api/pipelines/" + id,
                withOwnTarget(created, api.requestExample("PUT /api/pipelines/{pipelineId}")));
        put("/api/pipelines/order", order(id));
        iris.asks()
                .body(api.requestExample("POST /api/pipelines/import"))
                .post("/api/pipelines/import")
                .then()
                .statusCode(201)
                .body("name", equalTo("Walks to my journal"));
    }

    private JsonPath created() {
        return iris.asks()
                .body(api.requestExample("POST /api/pipelines"))
                .post("/api/pipelines")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String withOwnTarget(JsonPath created, String example) {
        String shown = JsonPath.from(example).getString("targets[0].targetId");
        return example.replace(shown, created.getString("targets[0].targetId"));
    }

    private String order(String pipelineId) {
        String example = api.requestExample("PUT /api/pipelines/order");
        return example.replace(JsonPath.from(example).getString("pipelineIds[0]"), pipelineId);
    }

    @Test
    void aTargetGetsASecretAndIsSentToOnceMoreAsShown() {
        JsonPath created = created();
        String target = "/api/pipelines/{pipelineId}/targets/{targetId}";
        String path =
                "/api/pipelines/%s/targets/%s"
                        .formatted(
                                created.getString("pipelineId"),
                                created.getString("targets[0].targetId"));

        post(path + "/secret", api.requestExample("POST " + target + "/secret"), 200);
        post(path + "/redeliver", api.requestExample("POST " + target + "/redeliver"), 202);
    }

    @Test
    void anActivityIsTakenCorrectedAndPreviewedAsShown() {
        String id =
                post("/api/activities", api.requestExample("POST /api/activities"), 202)
                        .getString("recordId");
        await().atMost(Street.LIMIT)
                .until(() -> iris.asks().get("/api/activities/" + id).statusCode() == 200);

        String correction = "/api/activities/{recordId}/correction";
        put("/api/activities/" + id + "/correction", api.requestExample("PUT " + correction));
        String preview = api.requestExample("POST /api/pipelines/preview");
        post(
                "/api/pipelines/preview",
                preview.replace(JsonPath.from(preview).getString("recordId"), id),
                200);
    }

    @Test
    void aTokenAShareAndPreferencesAreTakenAsShown() {
        JsonPath token = post("/api/me/tokens", api.requestExample("POST /api/me/tokens"), 201);
        iris.asks().delete("/api/me/tokens/" + token.getString("tokenId")).then().statusCode(204);
        put("/api/preferences", api.requestExample("PUT /api/preferences"));
        JsonPath share = post("/api/me/shares", share(), 201);
        iris.asks().delete("/api/me/shares/" + share.getString("shareId")).then().statusCode(204);
    }

    /** With a code that holds, and a day that has not passed. */
    private String share() {
        String example = api.requestExample("POST /api/me/shares");
        JsonPath shown = JsonPath.from(example);
        try (Street carla = Street.of("carla", "cares")) {
            String code = carla.asks().post("/api/care/code").jsonPath().getString("code");
            String later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
            return example.replace(shown.getString("with"), code)
                    .replace(shown.getString("until"), later);
        }
    }

    @Test
    void anOperatorGivesATierAsShown() {
        try (Street oskar = Street.of("oskar", "operates")) {
            oskar.asks()
                    .body(api.requestExample("PUT /api/users/{userId}/tier"))
                    .put("/api/users/" + iris.user() + "/tier")
                    .then()
                    .statusCode(200);
        }
    }

    private void put(String path, String body) {
        iris.asks().body(body).put(path).then().statusCode(200);
    }

    private JsonPath post(String path, String body, int status) {
        return iris.asks().body(body).post(path).then().statusCode(status).extract().jsonPath();
    }
}
