package io.pulseline.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
        // Avro's own instance would look for generated classes beside Avro, which may sit in
        // another class loader than ours.
        SpecificData data = new SpecificData(type.getClassLoader());
        return type.cast(new RecordReader(data).readRecord(json, data.getSchema(type), ""));
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
}
