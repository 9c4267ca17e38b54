package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.metric.MetricBoosters;
import io.pulseline.pipeline.setting.JsonCheck;
import io.pulseline.pipeline.setting.Part;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The catalogue as users get it. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class CatalogueTest {
    private final Street anna = Street.anna();

    @AfterEach
    void tidy() {
        anna.close();
    }

    @Test
    void itListsWhatPipelinesTake() {
        JsonNode catalogue = catalogue();

        assertThat(ids(catalogue.path("sources")))
                .containsExactly("fitbit", "google-health", "other");
        assertThat(ids(catalogue.path("boosters")))
                .containsExactlyElementsOf(
                        Stream.concat(Boosters.all().stream(), MetricBoosters.all().stream())
                                .map(Part::id)
                                .toList());
        assertThat(ids(catalogue.path("targets")))
                .containsExactly(
                        "webhook", "kafka", "fhir", "strava", "intervals-icu", "file-archive");
        assertThat(entries(catalogue).map(entry -> entry.path("id").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPartAndEverySettingExplainsItself() {
        Stream<JsonNode> explained =
                entries(catalogue())
                        .flatMap(entry ->
                                Stream.concat(Stream.of(entry), settings(entry.path("schema"))));

        assertThat(explained)
                .isNotEmpty()
                .allSatisfy(thing -> {
                    assertThat(thing.path("title").asText()).isNotBlank();
                    assertThat(thing.path("description").asText()).endsWith(".");
                });
    }

    @Test
    void everyPartSaysForWhomItIsAndWhatItNeeds() {
        assertThat(entries(catalogue()))
                .allSatisfy(entry -> {
                    assertThat(entry.path("tier").asText()).isIn("HOBBYIST", "ATHLETE");
                    assertThat(entry.path("needs").isArray()).isTrue();
                });
        assertThat(entry("heart-rate-zones").path("needs"))
                .isEqualTo(JsonCheck.json("[\"HEART_RATE\"]"));
    }

    @Test
    void everySchemaIsAJsonSchema() {
        assertThat(entries(catalogue()))
                .allSatisfy(entry ->
                        assertThat(JsonCheck.isSchema(entry.path("schema")))
                                .as(entry.path("id").asText())
                                .isTrue());
        assertThat(JsonCheck.isSchema(JsonCheck.json("{\"type\": \"colour\"}"))).isFalse();
    }

    @Test
    void everyDefaultFitsTheSchemaItStandsIn() {
        Stream<JsonNode> defaulted =
                entries(catalogue())
                        .flatMap(entry -> settings(entry.path("schema")))
                        .filter(setting -> setting.has("default"));

        assertThat(defaulted)
                .isNotEmpty()
                .allSatisfy(setting ->
                        assertThat(JsonCheck.fits(setting, setting.path("default")))
                                .as(setting.toString())
                                .isTrue());
    }

    @Test
    void theDefaultsOfABoosterTogetherFitItsSchema() {
        assertThat(catalogue().path("boosters"))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    ObjectNode schema = entry.path("schema").deepCopy();
                    // What has no default and must be given is the user's to say.
                    schema.remove("required");

                    assertThat(JsonCheck.fits(schema, defaults(schema)))
                            .as(entry.path("id").asText())
                            .isTrue();
                });
    }

    @Test
    void aSecretIsThereToBeWrittenOnly() {
        JsonNode properties = entry("webhook").at("/schema/properties");

        assertThat(properties.at("/secret/writeOnly").asBoolean()).isTrue();
        assertThat(properties.path("url").has("writeOnly")).isFalse();
        assertThat(entry("webhook").at("/schema/required")).isEqualTo(JsonCheck.json("[\"url\"]"));
    }

    @Test
    void theApiDescribesIt() {
        JsonNode api = JsonCheck.json(anna.asks().get("/q/openapi?format=json").asString());

        assertThat(api.at("/paths/~1api~1catalogue/get/summary").asText())
                .contains("sources, boosters, targets");
        assertThat(api.at("/components/schemas/Entry/properties/schema/type").asText())
                .isEqualTo("object");
    }

    private JsonNode catalogue() {
        return JsonCheck.json(
                anna.asks().get("/api/catalogue").then().statusCode(200).extract().asString());
    }

    private JsonNode entry(String id) {
        return entries(catalogue())
                .filter(entry -> entry.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> entries(JsonNode catalogue) {
        return Stream.of("sources", "boosters", "targets")
                .flatMap(list -> catalogue.path(list).valueStream());
    }

    private static List<String> ids(JsonNode entries) {
        return entries.valueStream().map(entry -> entry.path("id").asText()).toList();
    }

    /** The settings in a schema, and those inside of them. */
    private static Stream<JsonNode> settings(JsonNode schema) {
        return schema.path("properties")
                .valueStream()
                .flatMap(setting ->
                        Stream.of(
                                        Stream.of(setting),
                                        settings(setting),
                                        settings(setting.path("items")))
                                .flatMap(settings -> settings));
    }

    private static ObjectNode defaults(JsonNode schema) {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .propertyStream()
                .filter(setting -> setting.getValue().has("default"))
                .forEach(setting ->
                        defaults.set(setting.getKey(), setting.getValue().path("default")));
        return defaults;
    }
}
