package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All in one transaction, or in a few where that is too much for a server. */
final class Transactions implements Sender {
    private static final int MOST_ENTRIES = 50;
    private static final int ACCEPTED = 202;
    private static final int TOO_LARGE = 413;

    private final FhirServer server;
    private final References references;
    private final Clock clock;

    Transactions(FhirServer server, References references, Clock clock) {
        this.server = server;
        this.references = references;
        this.clock = clock;
    }

    @Override
    public Optional<DeliveryOutcome> send(List<Request> requests) {
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        if (requests.size() > MOST_ENTRIES) {
            return halves(requests);
        }
        HttpAnswer answer = server.post("", bundle(requests), Map.of());
        // Nothing of a failed transaction is there, not even what is no duplicate.
        boolean isWholeAtFault =
                answer instanceof HttpAnswer.Received received
                        && (received.status() == TOO_LARGE || FhirAnswer.isDuplicate(received));
        if (isWholeAtFault && requests.size() > 1) {
            return halves(requests);
        }
        Instant now = clock.instant();
        return FhirAnswer.failure(answer, now).or(() -> entries(requests, answer, now));
    }

    /** Members stand before the panel that names them, so they are sent first. */
    private Optional<DeliveryOutcome> halves(List<Request> requests) {
        int middle = requests.size() / 2;
        return send(requests.subList(0, middle))
                .or(() -> send(requests.subList(middle, requests.size())));
    }

    private ObjectNode bundle(List<Request> requests) {
        Set<String> together = requests.stream().map(Request::name).collect(Collectors.toSet());
        ObjectNode bundle =
                FhirJson.JSON
                        .createObjectNode()
                        .put("resourceType", "Bundle")
                        .put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        for (Request request : requests) {
            references.settle(request.resource(), together);
            entries.add(request.entry());
        }
        return bundle;
    }

    /** A 200 is a success only if every entry is one. */
    private Optional<DeliveryOutcome> entries(
            List<Request> requests, HttpAnswer answer, Instant now) {
        HttpAnswer.Received received = (HttpAnswer.Received) answer;
        JsonNode body = json(received.body());
        JsonNode entries = body.path("entry");
        boolean isOnlyNoted = received.status() == ACCEPTED && entries.isEmpty();
        if (isOnlyNoted || FhirAnswer.isDuplicate(body)) {
            return Optional.empty();
        }
        if (entries.size() != requests.size()) {
            return Optional.of(
                    new DeliveryOutcome.Refused(
                            FhirAnswer.WHOSE
                                    + " answered "
                                    + received.status()
                                    + " without telling of every entry: is the base address"
                                    + " right?"));
        }
        List<DeliveryOutcome> failures = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            JsonNode response = entries.path(at).path("response");
            FhirAnswer.failure(asAnswer(response), now).ifPresent(failures::add);
            references.stands(requests.get(at).name(), response.path("location").asText(""));
        }
        return gravest(failures);
    }

    /** What can still succeed is tried again, with what cannot: the answer tells next time. */
    private static Optional<DeliveryOutcome> gravest(List<DeliveryOutcome> failures) {
        return failures.stream()
                .filter(DeliveryOutcome.Paused.class::isInstance)
                .findFirst()
                .or(() ->
                        failures.stream()
                                .filter(DeliveryOutcome.Later.class::isInstance)
                                .findFirst())
                .or(() -> failures.stream().findFirst());
    }

    private static HttpAnswer asAnswer(JsonNode response) {
        String status = response.path("status").asText("");
        int code =
                status.matches("[1-5][0-9]{2}.*") ? Integer.parseInt(status.substring(0, 3)) : 500;
        return new HttpAnswer.Received(code, Map.of(), FhirJson.bytes(response.path("outcome")));
    }

    private static JsonNode json(byte[] body) {
        try {
            return FhirJson.JSON.readTree(body);
        } catch (IOException _) {
            return FhirJson.JSON.missingNode();
        }
    }
}
