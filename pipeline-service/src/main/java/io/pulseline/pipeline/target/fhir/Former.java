package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a server has of a record from before: all Observations that carry its id. */
final class Former {
    static final String ENTERED_IN_ERROR = "entered-in-error";

    private static final int PAGE = 100;

    /** A record has a few Observations; a server that hands out more does not search. */
    private static final int MOST_PAGES = 10;

    private final List<ObjectNode> valid = new ArrayList<>();
    private @Nullable DeliveryOutcome failure;

    private Former() {}

    /**
     * Asks the server.
     *
     * @param system of the ids of records
     */
    static Former of(FhirServer server, String system, UUID record, Instant now) {
        Former former = new Former();
        String place =
                "Observation?" + Identifiers.query(system, record.toString()) + "&_count=" + PAGE;
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<String> next = former.read(server, server.get(place), system, record, now);
            if (next.isEmpty()) {
                return former;
            }
            place = next.get();
        }
        former.failure = refused("finds more than one record can have");
        return former;
    }

    /** Why it is not known what the server has; empty if it is. */
    Optional<DeliveryOutcome> failure() {
        return Optional.ofNullable(failure);
    }

    /** Those that are not entered in error. */
    List<ObjectNode> valid() {
        return List.copyOf(valid);
    }

    /** The next page, below the base; empty after the last. */
    private Optional<String> read(
            FhirServer server, HttpAnswer answer, String system, UUID record, Instant now) {
        Optional<DeliveryOutcome> wrong = FhirAnswer.failure(answer, now);
        if (wrong.isPresent()) {
            failure = wrong.get();
            return Optional.empty();
        }
        JsonNode bundle = bundle(answer);
        if (!bundle.path("type").asText().equals("searchset")) {
            failure = refused("answers a search with something that is no Bundle");
            return Optional.empty();
        }
        for (JsonNode entry : bundle.path("entry")) {
            // Servers may add others, or take no notice of what was asked for.
            if (entry.path("resource") instanceof ObjectNode one
                    && one.path("resourceType").asText().equals("Observation")
                    && Identifiers.of(one, system).equals(record.toString())
                    && !one.path("status").asText().equals(ENTERED_IN_ERROR)) {
                valid.add(one);
            }
        }
        return next(bundle).flatMap(link -> below(server.base(), link));
    }

    private static DeliveryOutcome refused(String reason) {
        return new DeliveryOutcome.Refused(FhirAnswer.WHOSE + " " + reason);
    }

    private static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return Optional.of(link.path("url").asText());
            }
        }
        return Optional.empty();
    }

    /** Our credentials go to no address but the user's own: other links are not followed. */
    private Optional<String> below(String base, String link) {
        String start = base + "/";
        if (link.startsWith(start) || link.startsWith(base + "?")) {
            return Optional.of(link.substring(base.length()).replaceFirst("^/", ""));
        }
        failure = refused("has further pages at another address than its base");
        return Optional.empty();
    }

    private static JsonNode bundle(HttpAnswer answer) {
        try {
            return answer instanceof HttpAnswer.Received received
                    ? FhirJson.JSON.readTree(received.body())
                    : FhirJson.JSON.missingNode();
        } catch (IOException _) {
            return FhirJson.JSON.missingNode();
        }
    }
}
