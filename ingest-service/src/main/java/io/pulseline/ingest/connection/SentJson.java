package io.pulseline.ingest.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.problem.FieldError;
import io.pulseline.ingest.problem.InvalidRequestException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small JSON object that somebody sent, read field by field; collects what is wrong with it. */
public final class SentJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final List<FieldError> errors = new ArrayList<>();

    private SentJson(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads it.
     *
     * @param bytes nothing at all, and JSON's null, are an object without fields
     * @param fields those that it may have
     * @throws InvalidRequestException if it is not a JSON object
     */
    public static SentJson read(byte @Nullable [] bytes, Set<String> fields) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes == null ? new byte[0] : bytes);
        } catch (IOException _) {
            throw new InvalidRequestException("body", "must be JSON");
        }
        if (root == null || root.isMissingNode() || root.isNull()) {
            return new SentJson(JSON.createObjectNode());
        }
        if (!root.isObject()) {
            throw new InvalidRequestException("body", "must be a JSON object");
        }
        SentJson body = new SentJson(root);
        root.fieldNames()
                .forEachRemaining(name -> {
                    if (!fields.contains(name)) {
                        body.wrong(
                                name, "is not known here; known are " + String.join(", ", fields));
                    }
                });
        return body;
    }

    /** A date; null where the field is absent, null or wrong. */
    public @Nullable LocalDate date(String field) {
        JsonNode value = root.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(value.isTextual() ? value.asText() : "");
        } catch (DateTimeException _) {
            wrong(field, "must be a date like 2026-01-31");
            return null;
        }
    }

    /** True or false; false where the field is absent, null or wrong. */
    public boolean flag(String field) {
        JsonNode value = root.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            wrong(field, "must be true or false");
        }
        return value.asBoolean(false);
    }

    /** Words out of a list; empty where the field is absent or null. */
    public Set<String> words(String field, List<String> allowed) {
        JsonNode value = root.path(field);
        Set<String> words = new LinkedHashSet<>();
        if (value.isMissingNode() || value.isNull()) {
            return words;
        }
        if (!value.isArray()) {
            wrong(field, "must be a list");
        }
        for (int place = 0; place < value.size(); place++) {
            String word = value.path(place).asText();
            if (allowed.contains(word)) {
                words.add(word);
            } else {
                wrong(field + "[" + place + "]", "must be one of " + String.join(", ", allowed));
            }
        }
        return words;
    }

    /** Something is wrong with this field. */
    public void wrong(String field, String reason) {
        errors.add(new FieldError(field, reason));
    }

    /**
     * After all fields were read.
     *
     * @throws InvalidRequestException if something is wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }
}
