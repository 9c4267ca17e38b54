package io.pulseline.contracts.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (draft 2020-12) of our JSON, made from the Avro schemas, so the two never differ.
 *
 * <p>As in Avro, no field is required (each has a default) and unknown fields are allowed: a reader
 * of today must understand a writer of tomorrow.
 */
public final class JsonSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Records already met, by simple name; each is described once. */
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private JsonSchemas() {}

    /** The JSON Schema of one record type, nested types under {@code $defs}. */
    public static ObjectNode of(Schema record) {
        JsonSchemas schemas = new JsonSchemas();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:pulseline:schema:" + record.getFullName());
        root.put("title", record.getName());
        root.setAll(schemas.object(record));
        if (!schemas.definitions.isEmpty()) {
            ObjectNode definitions = root.putObject("$defs");
            schemas.definitions.forEach(definitions::set);
        }
        return root;
    }

    private ObjectNode object(Schema record) {
        ObjectNode object = JSON.objectNode();
        object.put("type", "object");
        describe(object, record.getDoc());
        ObjectNode properties = object.putObject("properties");
        for (Schema.Field field : record.getFields()) {
            ObjectNode property = value(field.schema());
            describe(property, field.doc());
            properties.set(field.name(), property);
        }
        return object;
    }

    private static void describe(ObjectNode node, @Nullable String doc) {
        if (doc != null) {
            node.put("description", doc);
        }
    }

    private ObjectNode value(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> type("string");
            case BOOLEAN -> type("boolean");
            case INT -> range(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> range(Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> type("number");
            case BYTES -> type("string").put("contentEncoding", "base64");
            case ARRAY -> type("array").set("items", value(schema.getElementType()));
            case MAP -> type("object").set("additionalProperties", value(schema.getValueType()));
            case RECORD -> reference(schema);
            case UNION -> union(schema);
            case NULL -> type("null");
            case FLOAT, ENUM, FIXED ->
                    throw new IllegalStateException("our schemas use no " + schema.getType());
        };
    }

    private ObjectNode reference(Schema record) {
        String name = record.getName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode());
            definitions.put(name, object(record));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode union(Schema union) {
        List<ObjectNode> branches = new ArrayList<>();
        union.getTypes().forEach(branch -> branches.add(value(branch)));
        ObjectNode choice = JSON.objectNode();
        choice.putArray("anyOf").addAll(branches);
        return choice;
    }

    private static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode range(long lowest, long highest) {
        return type("integer").put("minimum", lowest).put("maximum", highest);
    }
}
