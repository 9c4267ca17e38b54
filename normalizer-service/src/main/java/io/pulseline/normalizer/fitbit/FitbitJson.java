package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's way with JSON: numbers with and without decimals or as text, absent members instead of
 * null, and -1 where there is no value. A negative measurement therefore reads as absent.
 */
final class FitbitJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FitbitJson() {}

    /**
     * The object in these bytes.
     *
     * @throws UnmappableException if they are not JSON, no object, or one of Fitbit's errors
     */
    static JsonNode object(byte[] json, String part) {
        JsonNode object;
        try {
            object = MAPPER.readTree(json);
        } catch (IOException e) {
            throw malformed(part, e);
        }
        if (!object.isObject()) {
            throw new UnmappableException(part + " is not a JSON object");
        }
        if (object.has("errors") || object.has("error")) {
            throw anError(part);
        }
        return object;
    }

    static JsonParser parser(byte[] json) {
        try {
            return MAPPER.getFactory().createParser(json);
        } catch (IOException e) {
            throw new UncheckedIOException("opening bytes in memory failed", e);
        }
    }

    static UnmappableException anError(String part) {
        return new UnmappableException(part + " is an error of Fitbit, not a document");
    }

    /** Says where, never what: Jackson's own message quotes the document. */
    static UnmappableException malformed(String part, IOException failure) {
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

    /** A measurement that cannot be negative; null where absent, negative or no number. */
    static @Nullable Double amount(JsonNode object, String field) {
        Double number = number(object.get(field));
        return number == null || number < 0 ? null : number;
    }

    /** As {@link #amount}, rounded to a whole number that fits 32 bits. */
    static @Nullable Integer count(JsonNode object, String field) {
        Double number = amount(object, field);
        return number == null || number > Integer.MAX_VALUE ? null : (int) Math.round(number);
    }

    /** As {@link #amount}, rounded to a whole number. */
    static @Nullable Long whole(JsonNode object, String field) {
        Double number = amount(object, field);
        return number == null ? null : Math.round(number);
    }

    /** A text, or a number in its own digits (ids exceed what a double holds); null where blank. */
    static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
            return null;
        }
        String text = value.asText();
        return text.isBlank() ? null : text;
    }

    private static @Nullable Double number(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isTextual() ? parsed(value.textValue()) : null;
    }

    /** A finite decimal number; null for anything else. */
    static @Nullable Double parsed(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
