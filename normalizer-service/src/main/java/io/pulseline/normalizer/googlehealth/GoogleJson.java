package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.normalizer.record.Decimals;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.UnmappableException;
import org.jspecify.annotations.Nullable;

/**
 * Google's way with JSON (fact sheet 1.2): whole numbers of 64 bits as text, sometimes bare; a
 * {@code "NaN"} where a number is not known; and no zeros, which proto3 leaves out. Whether a
 * missing field is a 0 or not known differs from field to field, so whoever reads it says so.
 */
final class GoogleJson {
    /** Beyond it a double has no whole number that 64 bits can hold. */
    private static final double BEYOND_INT64 = 0x1p63;

    private static final String UNSPECIFIED = "_UNSPECIFIED";

    private GoogleJson() {}

    /**
     * The object in these bytes.
     *
     * @throws UnmappableException if they are not JSON, no object, or one of Google's errors
     */
    static JsonNode object(byte[] json, String part) {
        JsonNode object = JsonParts.tree(json, part);
        if (!object.isObject()) {
            throw new UnmappableException(part + " is not a JSON object");
        }
        if (object.has("error")) {
            throw anError(part);
        }
        return object;
    }

    static UnmappableException anError(String part) {
        return new UnmappableException(part + " is an error of Google, not a document");
    }

    /** A number that may be negative; null where absent, {@code NaN} or none. */
    static @Nullable Double signed(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Double.isFinite(number) ? number : null;
        }
        return value.isTextual() ? Decimals.finite(value.textValue()) : null;
    }

    /** As {@link #signed}, for what cannot be negative: then it is null too. */
    static @Nullable Double amount(JsonNode object, String field) {
        Double number = signed(object, field);
        return number == null || number < 0 ? null : number;
    }

    /** As {@link #amount}, for what is never 0: there a 0 says that nothing was worked out. */
    static @Nullable Double positive(JsonNode object, String field) {
        Double number = amount(object, field);
        return number == null || number == 0 ? null : number;
    }

    /** As {@link #amount}; 0 where the object is there and leaves the field out. */
    static @Nullable Double amountOrZero(JsonNode object, String field) {
        return isLeftOut(object, field) ? Double.valueOf(0) : amount(object, field);
    }

    /**
     * A whole number of 64 bits, as text or bare; fractions are rounded. Null where absent,
     * negative, out of range or no number.
     */
    static @Nullable Long whole(JsonNode object, String field) {
        Long number = int64(object.get(field));
        return number == null || number < 0 ? null : number;
    }

    /** As {@link #whole}, if it fits 32 bits. */
    static @Nullable Integer count(JsonNode object, String field) {
        Long number = whole(object, field);
        return number == null || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    /** As {@link #count}; 0 where the object is there and leaves the field out. */
    static @Nullable Integer countOrZero(JsonNode object, String field) {
        return isLeftOut(object, field) ? Integer.valueOf(0) : count(object, field);
    }

    private static boolean isLeftOut(JsonNode object, String field) {
        return object.isObject() && !object.has(field);
    }

    private static @Nullable Long int64(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : null;
        }
        if (value.isNumber()) {
            return rounded(value.doubleValue());
        }
        if (!value.isTextual()) {
            return null;
        }
        try {
            return Long.valueOf(value.textValue().strip());
        } catch (NumberFormatException _) {
            return rounded(Decimals.finite(value.textValue()));
        }
    }

    private static @Nullable Long rounded(@Nullable Double number) {
        return number == null || !(Math.abs(number) < BEYOND_INT64) ? null : Math.round(number);
    }

    /** A word of an enum, also one of tomorrow; null where absent or {@code …_UNSPECIFIED}. */
    static @Nullable String word(JsonNode object, String field) {
        String word = JsonParts.text(object, field);
        return word == null || word.endsWith(UNSPECIFIED) ? null : word;
    }
}
