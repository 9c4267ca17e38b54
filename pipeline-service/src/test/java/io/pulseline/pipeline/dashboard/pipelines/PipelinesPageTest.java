package io.pulseline.pipeline.dashboard.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.dashboard.pipelines.Recipes.Recipe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of pipelines and the form in which one is made. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class PipelinesPageTest {
    /** What a recipe cannot know; and name and store, where no operator has set the place up. */
    private static final Set<String> LEFT_TO_THE_USER =
            Set.of(
                    "targets[0].configuration.url",
                    "targets[0].configuration.baseUrl",
                    "targets[0].configuration.patient",
                    "targets[0].configuration.name",
                    "targets[0].configuration.store");

    private final Street gwen = Street.reader("gwen");

    @AfterEach
    void tidy() {
        gwen.close();
    }

    private ValidatableResponse page(String path) {
        return gwen.logged().accept("text/html").get(path).then();
    }

    private String html(String path) {
        return page(path).statusCode(200).extract().asString();
    }

    @Test
    void whoHasNoPipelineIsOfferedRecipes() {
        page("/pipelines")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("You have no pipeline yet."))
                .body(containsString("/pipelines/new?recipe=strength"))
                .body(containsString("/pipelines/new?recipe=clinic"))
                .body(containsString("Every workout → signed webhook"))
                .body(containsString("/api/pipelines/import"));
        assertThat(Recipes.all()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aPipelineStandsInTheListWithWhatCanBeDoneToIt() {
        UUID id = gwen.pipeline(Street.kafkaTarget()).getUUID("pipelineId");

        page("/pipelines")
                .statusCode(200)
                .body(containsString("POST /api/pipelines/" + id + "/disable"))
                .body(containsString("POST /api/pipelines/" + id + "/duplicate"))
                .body(containsString("/api/pipelines/" + id + "/export"))
                .body(containsString("DELETE /api/pipelines/" + id))
                .body(containsString("Type Mapper → Heart Rate Zones"))
                .body(containsString("aria-checked=\"true\""))
                .body(containsString("in use"));
        gwen.asks().post("/api/pipelines/" + id + "/disable").then().statusCode(200);
        page("/pipelines").body(containsString("POST /api/pipelines/" + id + "/enable"));
    }

    @Test
    void aTargetThatRestsSaysWhyAndCanBeResumed() {
        JsonPath pipeline = gwen.pipeline("{\"id\": \"intervals-icu\"}");

        page("/pipelines")
                .statusCode(200)
                .body(containsString("paused"))
                .body(containsString("is missing"))
                .body(
                        containsString(
                                "POST /api/pipelines/"
                                        + pipeline.getString("pipelineId")
                                        + "/targets/"
                                        + pipeline.getString("targets[0].targetId")
                                        + "/test"));
    }

    @Test
    void theFormOfASavedPipelineIsFilledIn() {
        JsonPath pipeline =
                gwen.pipeline(
                        """
                        {"id": "webhook", "configuration":
                          {"url": "https://example.org/a?b=1&c=2", "inlineSeries": true}}\
                        """);
        String id = pipeline.getString("pipelineId");

        page("/pipelines/" + id)
                .statusCode(200)
                .body(containsString("data-api=\"PUT /api/pipelines/" + id + "\""))
                .body(containsString("name=\"name\" value=\"Runs\""))
                .body(containsString("name=\"boosters[0].id\" value=\"type-mapper\""))
                .body(
                        containsString(
                                "name=\"boosters[0].configuration.rules[0].value\" value=\"treadmill\""))
                .body(containsString("<option value=\"contains\" selected>"))
                .body(containsString("name=\"boosters[1].id\" value=\"heart-rate-zones\""))
                .body(containsString("value=\"" + pipeline.getString("targets[0].targetId")))
                .body(containsString("value=\"https://example.org/a?b=1&amp;c=2\""))
                .body(containsString("name=\"targets[0].configuration.inlineSeries\" checked"))
                .body(not(containsString(pipeline.getString("targets[0].configuration.secret"))));
    }

    @Test
    void aRecipeFillsTheFormOfANewPipeline() {
        page("/pipelines/new?recipe=strength")
                .statusCode(200)
                .body(containsString("data-api=\"POST /api/pipelines\""))
                .body(containsString("value=\"STRENGTH\" checked"))
                .body(containsString("name=\"boosters[0].id\" value=\"fitbit-heart-rate\""))
                .body(containsString("name=\"targets[0].id\" value=\"strava\""))
                .body(containsString("/targets/strava/connect"));
    }

    @Test
    void whatIsNotTheirsIsNotThere() {
        try (Street anna = Street.anna()) {
            UUID id = anna.pipeline(Street.kafkaTarget()).getUUID("pipelineId");

            page("/pipelines/" + id).statusCode(404);
        }
        page("/pipelines/" + UUID.randomUUID()).statusCode(404);
        page("/pipelines/nonsense").statusCode(404);
        page("/pipelines/new?recipe=nonsense").statusCode(404);
    }

    @Test
    void everythingInTheCatalogueHasAForm() throws IOException {
        String html = html("/pipelines/new");
        JsonNode catalogue =
                new ObjectMapper().readTree(gwen.asks().get("/api/catalogue").asString());

        for (String list : List.of("boosters", "targets")) {
            assertThat(catalogue.path(list)).isNotEmpty();
            for (JsonNode entry : catalogue.path(list)) {
                String form = form(html, list + "-" + entry.path("id").asText());
                for (var setting : entry.path("schema").path("properties").properties()) {
                    String path = "\"" + list + "[?].configuration." + setting.getKey();
                    assertThat(form)
                            .containsAnyOf(
                                    "name=" + path + "\"",
                                    "name=" + path + "[]\"",
                                    "name=" + path + ".",
                                    "data-list=" + path + "\"");
                }
            }
        }
    }

    private static String form(String html, String id) {
        int begin = html.indexOf("<template id=\"" + id + "\">");
        assertThat(begin).as(id).isPositive();
        int next = html.indexOf("<template id=", begin + 1);
        return html.substring(begin, next);
    }

    @Test
    void theApiTakesEveryRecipeButForWhatOnlyItsUserKnows() {
        for (Recipe recipe : Recipes.all()) {
            Response answer = gwen.asks().body(recipe.pipeline().toString()).post("/api/pipelines");

            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).as(recipe.id()).isEqualTo(400);
                List<String> wrong = answer.jsonPath().getList("errors.field");
                assertThat(LEFT_TO_THE_USER).as(recipe.id()).containsAll(wrong);
            }
        }
    }

    @Test
    void nothingOnThePagesNeedsAnInlineScriptOrStyle() {
        gwen.pipeline(Street.kafkaTarget());
        for (String path : List.of("/pipelines", "/pipelines/new")) {
            page(path)
                    .statusCode(200)
                    .body(not(containsString(" style=")))
                    .body(not(containsString("<script>")))
                    .body(not(containsString(" onclick=")));
        }
    }
}
