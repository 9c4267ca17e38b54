package io.pulseline.pipeline.target.openmhealth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Judges data points by the schemas of the test resources, draft-07. */
final class PointCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final ObjectNode SCHEMAS = schemas();

    private PointCheck() {}

    static void assertFits(List<ObjectNode> points) {
        for (ObjectNode point : points) {
            assertThat(complaints(point)).as("%s", point).isEmpty();
        }
    }

    /** What is wrong with header or body; of a series with each of its bodies. */
    static List<String> complaints(JsonNode point) {
        JsonNode id = point.path("header").path("schema_id");
        String schema =
                id.path("namespace").asText()
                        + ":"
                        + id.path("name").asText()
                        + ":"
                        + id.path("version").asText();
        JsonNode body = point.path("body");
        List<JsonNode> bodies = body.isArray() ? list(body) : List.of(body);
        return Stream.concat(
                        complaints("header", point.path("header")).stream(),
                        bodies.stream().flatMap(one -> complaints(schema, one).stream()))
                .toList();
    }

    static List<String> complaints(String definition, JsonNode value) {
        assertThat(SCHEMAS.path("definitions").has(definition)).as(definition).isTrue();
        ObjectNode schema = SCHEMAS.deepCopy().put("$ref", "#/definitions/" + definition);
        return REGISTRY
                .getSchema(schema.toString())
                .validate(value.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static ObjectNode schemas() {
        try (InputStream file =
                Objects.requireNonNull(
                        PointCheck.class.getResourceAsStream("open-mhealth.schema.json"))) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
