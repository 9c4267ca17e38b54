package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The body of a rollup call, unknown names refused as the service does. */
record RollUpBody(JsonNode document) {
    private static final String INVALID_PAYLOAD = "Invalid JSON payload received. ";
    private static final Pattern LEADING_ZERO = Pattern.compile("\"\\s*:\\s*0\\d");
    private static final Set<String> ALWAYS =
            Set.of("range", "pageSize", "pageToken", "dataSourceFamily");
    private static final Set<String> CIVIL = Set.of("date", "time");
    private static final Set<String> DATE = Set.of("year", "month", "day");

    /**
     * Reads one.
     *
     * @param windowName how this call names the size of its windows
     */
    static RollUpBody read(Request request, String windowName) {
        String text = new String(request.body(), UTF_8);
        if (LEADING_ZERO.matcher(text).find()) {
            throw invalidPayload("Octal/hex numbers are not valid JSON values.", "", "");
        }
        try {
            JsonNode document = Json.read(request.body(), JsonNode.class);
            for (Map.Entry<String, JsonNode> field : document.properties()) {
                String name = field.getKey();
                if (!ALWAYS.contains(name) && !name.equals(windowName)) {
                    throw invalidPayload("Unknown name \"%s\": Cannot find field.", name, "");
                }
            }
            return new RollUpBody(document);
        } catch (IllegalArgumentException e) {
            throw invalidPayload("Unexpected token.", "", "");
        }
    }

    /** The range with these two ends; civil ones must hold their date in a message of its own. */
    JsonNode range(String from, String to) {
        JsonNode range = required("range");
        requireNames(range, Set.of(from, to), "range");
        for (String end : Set.of(from, to)) {
            JsonNode value = range.path(end);
            if (value.isMissingNode()) {
                throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
            }
            if (value.isObject()) {
                requireNames(value, CIVIL, "range." + end);
                requireNames(value.path("date"), DATE, "range." + end + ".date");
            }
        }
        return range;
    }

    JsonNode required(String name) {
        JsonNode value = document.path(name);
        if (value.isMissingNode()) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
        return value;
    }

    String text(String name) {
        return document.path(name).asText();
    }

    /** An int32, which may come as a string. */
    int number(String name, int usual) {
        JsonNode value = document.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        try {
            return Integer.parseInt(value.asText());
        } catch (NumberFormatException e) {
            throw invalidPayload("Invalid value at '%s': %s", name, value.toString());
        }
    }

    static Refused invalidPayload(String message, String first, String second) {
        return new Refused(
                GoogleErrors.invalid(INVALID_PAYLOAD + message.formatted(first, second)));
    }

    private static void requireNames(JsonNode node, Set<String> known, String place) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw invalidPayload(
                        "Unknown name \"%s\" at '%s': Cannot find field.", field.getKey(), place);
            }
        }
    }
}
