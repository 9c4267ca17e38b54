package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.normalizer.record.Decimals;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's way with JSON: numbers with and without decimals or as text, absent members instead of
 * null, and -1 where there is no value. A negative measurement therefore reads as absent.
 */
final class FitbitJson {
    private FitbitJson() {}

    /**
     * The object in these bytes.
     *
     * @throws UnmappableException if they are not JSON, no object, or one of Fitbit's errors
     */
    static JsonNode object(byte[] json, String part) {
        return checked(JsonParts.tree(json, part), part);
    }

    /**
     * The object or array in these bytes.
     *
     * @throws UnmappableException if they are neither, or one of Fitbit's errors
     */
    static JsonNode document(byte[] json, String part) {
        JsonNode document = JsonParts.tree(json, part);
        return document.isArray() ? document : checked(document, part);
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
            String text = JsonParts.text(object, field);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    static UnmappableException anError(String part) {
        return new UnmappableException(part + " is an error of Fitbit, not a document");
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
