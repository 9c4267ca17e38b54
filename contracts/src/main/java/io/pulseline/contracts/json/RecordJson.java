package io.pulseline.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Our JSON: the Avro field names, absent values as {@code null}, no union wrappers, bytes as
 * base64. Used by the API, webhooks, previews and samples alike.
 */
public final class RecordJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private RecordJson() {}

    /** The whole record. */
    public static byte[] write(SpecificRecord record) {
        return write(record, Set.of());
    }

    /** The record without the named top-level fields. */
    public static byte[] write(SpecificRecord record, Set<String> leftOut) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writeRecord(record, json, leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** The record as a tree, without the named top-level fields. */
    public static JsonNode tree(SpecificRecord record, Set<String> leftOut) {
        try {
            return MAPPER.readTree(write(record, leftOut));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /**
     * Reads our JSON. Unknown fields are ignored, missing ones take the schema's default.
     *
     * @throws IllegalArgumentException naming the field, if a value does not fit the schema
     */
    public static <T extends SpecificRecord> T read(JsonNode json, Class<T> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return type.cast(readRecord(json, schema, ""));
    }

    private static void writeRecord(SpecificRecord record, JsonGenerator json, Set<String> leftOut)
            throws IOException {
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!leftOut.contains(field.name())) {
                json.writeFieldName(field.name());
                writeValue(record.get(field.pos()), json);
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case SpecificRecord record -> writeRecord(record, json, Set.of());
            case List<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    writeValue(item, json);
                }
                json.writeEndArray();
            }
            case Map<?, ?> entries -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    writeValue(entry.getValue(), json);
                }
                json.writeEndObject();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case ByteBuffer bytes -> {
                byte[] copy = new byte[bytes.remaining()];
                bytes.duplicate().get(copy);
                json.writeBinary(copy);
            }
            default -> json.writeString(value.toString());
        }
    }

    private static SpecificRecord readRecord(JsonNode json, Schema schema, String path) {
        if (!json.isObject()) {
            throw misfit(path, "an object", json);
        }
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
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
    private static @Nullable Object defaultOf(Schema.Field field) {
        SpecificData data = SpecificData.get();
        return data.deepCopy(field.schema(), data.getDefaultValue(field));
    }

    private static @Nullable Object readValue(JsonNode json, Schema schema, String path) {
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

    private static List<@Nullable Object> readArray(JsonNode json, Schema element, String path) {
        fits(json.isArray(), json, path, "a list");
        List<@Nullable Object> items = new ArrayList<>(json.size());
        for (JsonNode item : json) {
            items.add(readValue(item, element, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private static Map<String, @Nullable Object> readMap(
            JsonNode json, Schema values, String path) {
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
