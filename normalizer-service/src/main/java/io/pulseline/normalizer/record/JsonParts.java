package io.pulseline.normalizer.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What is the same in the JSON of every provider. */
public final class JsonParts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonParts() {}

    /**
     * The document in these bytes.
     *
     * @param part named where it is none
     * @throws UnmappableException if they are not JSON
     */
    public static JsonNode tree(byte[] json, String part) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw malformed(part, e);
        }
    }

    /** A stream over these bytes that can also read trees. */
    public static JsonParser parser(byte[] json) {
        try {
            return MAPPER.getFactory().createParser(json);
        } catch (IOException e) {
            throw new UncheckedIOException("opening bytes in memory failed", e);
        }
    }

    /** Says where, never what: Jackson's own message quotes the document. */
    public static UnmappableException malformed(String part, IOException failure) {
        if (failure instanceof JsonProcessingException at && at.getLocation() != null) {
            return new UnmappableException(
                    "%s is malformed JSON at line %d, column %d"
                            .formatted(
                                    part,
                                    at.getLocation().getLineNr(),
                                    at.getLocation().getColumnNr()));
        }
        return new UnmappableException(part + " is malformed JSON");
    }

    /** A text, or a number in its own digits (ids exceed what a double holds); null where blank. */
    public static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
            return null;
        }
        String text = value.asText();
        return text.isBlank() ? null : text;
    }
}
