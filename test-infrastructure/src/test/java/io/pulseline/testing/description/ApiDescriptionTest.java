package io.pulseline.testing.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private static final String DOCUMENT =
            """
            {"paths": {"/api/walks/{id}": {"put": {
               "parameters": [{"name": "id", "in": "path", "schema": {"$ref": "#/components/schemas/Id"}}],
               "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Walk"}}}},
               "responses": {
                 "200": {"content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Walk"}, "example": {"metres": "far", "shoes": 2}}}},
                 "404": {"content": {"application/json": {}}}}}},
              "/events": {"get": {}}},
             "components": {"schemas": {
               "Id": {"type": "string", "format": "uuid"},
               "Walk": {"type": "object", "properties": {
                 "metres": {"type": "number", "examples": [1874.5]},
                 "day": {"type": "string", "format": "date", "examples": ["yesterday"]},
                 "title": {"type": "string"},
                 "before": {"$ref": "#/components/schemas/Walk"}}}}}}\
            """;

    private final ApiDescription api = ApiDescription.of(DOCUMENT);

    @Test
    void everythingThatIsMissingOrUnfitIsNamed() {
        String walk = "PUT /api/walks/{id}";

        assertThat(api.faults())
                .containsExactlyInAnyOrder(
                        walk + " has no summary",
                        walk + " path parameter id has no description",
                        walk + " path parameter id has no example",
                        walk + " request lacks an example: .title",
                        walk + " 200.metres: \"far\" is not of type \"number\"",
                        walk + " 200: has no property shoes",
                        walk + " 404 is no problem+json",
                        "Walk.day: \"yesterday\" is no date");
    }

    @Test
    void aRequestIsPutTogetherOfTheLeaves() {
        assertThat(api.requestExample("PUT /api/walks/{id}"))
                .isEqualTo(
                        "{\"metres\":1874.5,\"day\":\"yesterday\",\"title\":null,\"before\":null}");
    }

    @Test
    void entriesOfAFileThatFitNothingAreStrangers() {
        String file =
                """
                {"requests": {"PUT /api/walks/{id}": {}, "PUT /api/runs": {}},
                 "schemas": {"Walk": {}, "Run": {}},
                 "properties": {"Walk.title": "x", "title": "x", "Walk.pace": 1, "pace": 1}}\
                """;

        assertThat(api.strangers(file))
                .containsExactly(
                        "requests PUT /api/runs",
                        "schemas Run",
                        "properties Walk.pace",
                        "properties pace");
    }
}
