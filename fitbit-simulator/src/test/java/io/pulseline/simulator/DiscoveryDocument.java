package io.pulseline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Google's published contract, and what of a document does not fit into it. */
final class DiscoveryDocument {
    private static final String RESOURCE = "/google-health-v4.discovery.json";

    private final JsonNode schemas;

    private DiscoveryDocument(JsonNode schemas) {
        this.schemas = schemas;
    }

    static DiscoveryDocument read() {
        try (InputStream document = DiscoveryDocument.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(document, RESOURCE).readAllBytes();
            return new DiscoveryDocument(Json.read(bytes, JsonNode.class).path("schemas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Complaints, each with its place; empty when all of it fits. */
    List<String> complaints(JsonNode value, String schema) {
        List<String> complaints = new ArrayList<>();
        checkMessage(value, schema, schema, complaints);
        return complaints;
    }

    private void checkMessage(
            JsonNode value, String schema, String place, List<String> complaints) {
        JsonNode properties = schemas.path(schema).path("properties");
        if (!schemas.has(schema) || !value.isObject()) {
            complaints.add(place + " is not a " + schema + ": " + value.getNodeType());
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String here = place + "." + field.getKey();
            if (properties.has(field.getKey())) {
                check(field.getValue(), properties.path(field.getKey()), here, complaints);
            } else {
                complaints.add(here + " is not in the schema");
            }
        }
    }

    private void check(JsonNode value, JsonNode type, String place, List<String> complaints) {
        if (type.has("$ref")) {
            checkMessage(value, type.path("$ref").asText(), place, complaints);
            return;
        }
        boolean fits =
                switch (type.path("type").asText()) {
                    case "string" -> value.isTextual() && isText(value.asText(), type);
                    case "integer" -> value.isInt();
                    case "number" -> value.isNumber() || value.asText().equals("NaN");
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> false;
                };
        if (!fits) {
            complaints.add(place + " = " + value + " does not fit " + type.path("type").asText());
        }
        if (value.isArray()) {
            value.forEach(one -> check(one, type.path("items"), place + "[]", complaints));
        }
    }

    private static boolean isText(String text, JsonNode type) {
        if (type.has("enum")) {
            for (JsonNode one : type.path("enum")) {
                if (one.asText().equals(text)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.path("format").asText()) {
            case "int64" -> text.matches("-?\\d{1,19}");
            case "google-duration" -> text.matches("-?\\d+(\\.\\d{3,9})?s");
            case "google-datetime" -> isInstant(text);
            default -> true;
        };
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return text.endsWith("Z");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
