package io.pulseline.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads our JSON by a schema; every error names the field. */
final class RecordReader {
    private final SpecificData data;

    RecordReader(SpecificData data) {
        this.data = data;
    }

    SpecificRecord readRecord(JsonNode json, Schema schema, String path) {
        if (!json.isObject()) {
            throw misfit(path, "an object", json);
        }
        SpecificRecord record = (SpecificRecord) data.newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = json.get(field.name());
            String at = path.isEmpty() ? field.name() : path + "." + field.name();
            record.put(
                    field.pos(),
                    value == null ? defaultOf(field) : readValue(value, field.schema(), at));
        }
        return record;
    }

    /** A copy: Avro hands out one shared, mutable instance of each default. */
    private @Nullable Object defaultOf(Schema.Field field) {
        return data.deepCopy(field.schema(), data.getDefaultValue(field));
    }

    private @Nullable Object readValue(JsonNode json, Schema schema, String path) {
        return switch (schema.getType()) {
            case UNION ->
                    json.isNull()
                            ? readNull(schema, path, json)
                            : readValue(json, present(schema), path);
            case RECORD -> readRecord(json, schema, path);
            case ARRAY -> readArray(json, schema.getElementType(), path);
            case MAP -> readMap(json, schema.getValueType(), path);
            case STRING -> fits(json.isTextual(), json, path, "a text").textValue();
            case INT ->
                    fits(
                                    json.canConvertToInt() && json.isIntegralNumber(),
                                    json,
                                    path,
                                    "a 32-bit integer")
                            .intValue();
            case LONG ->
                    fits(
                                    json.canConvertToLong() && json.isIntegralNumber(),
                                    json,
                                    path,
                                    "a 64-bit integer")
                            .longValue();
            case DOUBLE -> fits(json.isNumber(), json, path, "a number").doubleValue();
            case BOOLEAN -> fits(json.isBoolean(), json, path, "true or false").booleanValue();
            case BYTES -> readBytes(json, path);
            case NULL, FLOAT, ENUM, FIXED ->
                    throw new IllegalStateException(
                            "our schemas use no " + schema.getType() + " (" + path + ")");
        };
    }

    private static @Nullable Object readNull(Schema union, String path, JsonNode json) {
        if (union.getTypes().stream().noneMatch(branch -> branch.getType() == Schema.Type.NULL)) {
            throw misfit(path, "a value", json);
        }
        return null;
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private List<@Nullable Object> readArray(JsonNode json, Schema element, String path) {
        fits(json.isArray(), json, path, "a list");
        List<@Nullable Object> items = new ArrayList<>(json.size());
        for (JsonNode item : json) {
            items.add(readValue(item, element, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private Map<String, @Nullable Object> readMap(JsonNode json, Schema values, String path) {
        fits(json.isObject(), json, path, "an object");
        Map<String, @Nullable Object> entries = new HashMap<>();
        json.properties()
                .forEach(entry ->
                        entries.put(
                                entry.getKey(),
                                readValue(entry.getValue(), values, path + "." + entry.getKey())));
        return entries;
    }

    private static ByteBuffer readBytes(JsonNode json, String path) {
        try {
            return ByteBuffer.wrap(fits(json.isTextual(), json, path, "base64 text").binaryValue());
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " is not base64", e);
        }
    }

    private static JsonNode fits(boolean fits, JsonNode json, String path, String wanted) {
        if (!fits) {
            throw misfit(path, wanted, json);
        }
        return json;
    }

    private static IllegalArgumentException misfit(String path, String wanted, JsonNode json) {
        // The kind of the value, never the value: it may be a measurement.
        return new IllegalArgumentException(
                (path.isEmpty() ? "the record" : path)
                        + " must be "
                        + wanted
                        + ", not "
                        + json.getNodeType());
    }
}
