package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a server what it is and whether it knows the patient; leaves nothing there. */
final class Probe {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final String R4 = "4.0";

    private final FhirServer server;
    private final Instant now;

    Probe(FhirServer server, Instant now) {
        this.server = server;
        this.now = now;
    }

    /**
     * What is wrong, or that all is well.
     *
     * @param patient type and id
     */
    DeliveryOutcome of(String patient) {
        return capabilities()
                .or(() -> patient(patient))
                .orElseGet(() -> new DeliveryOutcome.Accepted(null, server.heard()));
    }

    private Optional<DeliveryOutcome> capabilities() {
        HttpAnswer answer = server.get("metadata");
        Optional<DeliveryOutcome> failure = FhirAnswer.failure(answer, now);
        if (failure.isPresent()) {
            return failure;
        }
        Map<String, String> texts = texts(answer);
        if (!"CapabilityStatement".equals(texts.get("resourceType"))) {
            return refused("there is no FHIR server at this base address");
        }
        String version = texts.getOrDefault("fhirVersion", "unknown");
        return version.startsWith(R4)
                ? Optional.empty()
                : refused("the server speaks FHIR " + version + "; R4, 4.0.1, is needed");
    }

    private Optional<DeliveryOutcome> patient(String patient) {
        HttpAnswer answer = server.get(patient);
        if (answer instanceof HttpAnswer.Received(int status, _, _)) {
            if (status == NOT_FOUND || status == GONE) {
                return refused("the server has no " + patient);
            }
            if (status == FORBIDDEN) {
                return refused(
                        "the server does not let us read "
                                + patient
                                + ", so it cannot be told whether it is there");
            }
        }
        return FhirAnswer.failure(answer, now)
                .or(() ->
                        "Patient".equals(texts(answer).get("resourceType"))
                                ? Optional.empty()
                                : refused("the server answers something else for " + patient));
    }

    private static Optional<DeliveryOutcome> refused(String reason) {
        return Optional.of(new DeliveryOutcome.Refused(reason));
    }

    /**
     * The texts of the outermost object, as far as they come: a server's capabilities may be longer
     * than an answer is read, and what we ask for stands at their beginning.
     */
    private static Map<String, String> texts(HttpAnswer answer) {
        Map<String, String> texts = new HashMap<>();
        if (!(answer instanceof HttpAnswer.Received received)) {
            return texts;
        }
        try (JsonParser json = FhirJson.JSON.createParser(received.body())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return texts;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, json.getText());
                }
                var _ = json.skipChildren();
            }
        } catch (IOException _) {
            return texts;
        }
        return texts;
    }
}
