package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.normalizer.record.Decimals;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
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
        return checked(tree(json, part), part);
    }

    /**
     * The object or array in these bytes.
     *
     * @throws UnmappableException if they are neither, or one of Fitbit's errors
     */
    static JsonNode document(byte[] json, String part) {
        JsonNode document = tree(json, part);
        return document.isArray() ? document : checked(document, part);
    }

    private static JsonNode tree(byte[] json, String part) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw malformed(part, e);
        }
    }

    private static JsonNode checked(JsonNode object, String part) {
        if (!object.isObject()) {
            throw new UnmappableException(part + " is not a JSON object");
        }
        if (object.has("errors") || object.has("error")) {
            throw anError(part);
        }
        return object;
    }

    /**
     * The entry of one date: an object, or an array that holds it among those of other dates; a
     * missing node where the array does not.
     *
     * @throws UnmappableException if it is neither, one of Fitbit's errors, or of another date
     */
    static JsonNode entry(byte[] json, String part, LocalDate date) {
        JsonNode document = document(json, part);
        if (document.isObject()) {
            String told = date(document);
            // Fitbit echoes the word of a request that asked for "today".
            if (told != null && !told.equals("today") && !told.equals(date.toString())) {
                throw new UnmappableException(part + " is of another date than its payload");
            }
            return document;
        }
        for (JsonNode entry : document) {
            if (date.toString().equals(date(entry))) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }

    /** The date that an entry says it is of, in whichever spelling; null where it says none. */
    static @Nullable String date(JsonNode entry) {
        return firstText(entry, "dateTime", "datetime", "date");
    }

    /** A local date and time, in whichever spelling of the key; null where there is none. */
    static @Nullable String dateTime(JsonNode row) {
        return firstText(row, "dateTime", "datetime");
    }

    private static @Nullable String firstText(JsonNode object, String... fields) {
        for (String field : fields) {
            String text = text(object, field);
            if (text != null) {
                return text;
            }
        }
        return null;
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

    /** As {@link #amount}, for what is never 0: Fitbit writes 0 where it has no value. */
    static @Nullable Double positive(JsonNode object, String field) {
        Double number = amount(object, field);
        return number == null || number == 0 ? null : number;
    }

    /** A measurement that may be negative; null where absent or no number. */
    static @Nullable Double signed(JsonNode object, String field) {
        return number(object.get(field));
    }

    private static @Nullable Double number(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isTextual() ? Decimals.finite(value.textValue()) : null;
    }
}
