package io.pulseline.testing.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whether an example is what its schema says: type, format, choice, properties. */
final class Fit {
    private final Schemas schemas;

    Fit(Schemas schemas) {
        this.schemas = schemas;
    }

    /** What does not fit, each as {@code path: reason}. */
    List<String> faults(JsonNode schema, JsonNode example, String path) {
        JsonNode whole = schemas.resolved(schema);
        List<String> found = new ArrayList<>();
        if (example.isNull()) {
            // Whether a value may be absent the documents do not say.
            return found;
        }
        if (whole.has("type") && !isOfType(whole.get("type"), example)) {
            found.add(path + ": " + example + " is not of type " + whole.get("type"));
            return found;
        }
        if (whole.has("enum") && !contains(whole.get("enum"), example)) {
            found.add(path + ": " + example + " is none of " + whole.get("enum"));
        }
        if (!isOfFormat(whole.path("format").asText(), example)) {
            found.add(path + ": " + example + " is no " + whole.get("format").asText());
        }
        if (example.isObject() && whole.has("properties")) {
            found.addAll(properties(whole, example, path));
        }
        if (example.isArray() && whole.has("items")) {
            example.forEach(item -> found.addAll(faults(whole.get("items"), item, path + "[]")));
        }
        return found;
    }

    private List<String> properties(JsonNode schema, JsonNode example, String path) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : example.properties()) {
            JsonNode property = schema.get("properties").get(one.getKey());
            if (property == null) {
                found.add(path + ": has no property " + one.getKey());
            } else {
                found.addAll(faults(property, one.getValue(), path + "." + one.getKey()));
            }
        }
        schema.path("required")
                .forEach(name -> {
                    if (!example.has(name.asText())) {
                        found.add(path + ": lacks " + name.asText());
                    }
                });
        return found;
    }

    private static boolean contains(JsonNode choices, JsonNode example) {
        for (JsonNode choice : choices) {
            if (choice.equals(example)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode types, JsonNode example) {
        if (types.isTextual()) {
            return isOfType(types.asText(), example);
        }
        for (JsonNode type : types) {
            if (isOfType(type.asText(), example)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode example) {
        return switch (type) {
            case "string" -> example.isTextual();
            case "integer" -> example.isIntegralNumber();
            case "number" -> example.isNumber();
            case "boolean" -> example.isBoolean();
            case "array" -> example.isArray();
            case "object" -> example.isObject();
            case "null" -> example.isNull();
            default -> throw new IllegalArgumentException("no such type: " + type);
        };
    }

    private static boolean isOfFormat(String format, JsonNode example) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(example.asText());
                case "date-time" -> OffsetDateTime.parse(example.asText());
                case "uuid" -> UUID.fromString(example.asText());
                default -> {
                    // The type says all that is checked.
                }
            }
            return true;
        } catch (DateTimeException | IllegalArgumentException _) {
            return false;
        }
    }
}
