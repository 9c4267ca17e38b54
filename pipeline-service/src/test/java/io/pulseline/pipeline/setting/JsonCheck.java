package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** An independent judge of JSON Schemas, draft 2020-12. */
public final class JsonCheck {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private JsonCheck() {}

    /** Whether the value fits the schema. */
    public static boolean fits(JsonNode schema, JsonNode value) {
        return REGISTRY.getSchema(schema.toString())
                .validate(value.toString(), InputFormat.JSON)
                .isEmpty();
    }

    /** Whether this is a JSON Schema at all. */
    public static boolean isSchema(JsonNode schema) {
        return REGISTRY.getSchema(SchemaLocation.of(DIALECT))
                .validate(schema.toString(), InputFormat.JSON)
                .isEmpty();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
