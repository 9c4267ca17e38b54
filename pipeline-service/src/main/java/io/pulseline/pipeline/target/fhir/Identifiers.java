package io.pulseline.pipeline.target.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;

/** Identifiers of Observations, by which they are found again. */
final class Identifiers {
    private Identifiers() {}

    /** The search for one, percent-encoded, without a question mark. */
    static String query(String system, String value) {
        return "identifier=" + URLEncoder.encode(system + "|" + value, UTF_8);
    }

    /** The value of that system; empty if the Observation has none. */
    static String of(JsonNode observation, String system) {
        for (JsonNode identifier : observation.path("identifier")) {
            if (identifier.path("system").asText().equals(system)) {
                return identifier.path("value").asText();
            }
        }
        return "";
    }
}
