package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What an answer of a FHIR server says: its status, and the OperationOutcome in its body. */
final class FhirAnswer {
    static final String WHOSE = "the FHIR server";

    private static final Set<Integer> WRITTEN = Set.of(200, 201, 202, 204);
    private static final Set<String> BAD = Set.of("error", "fatal");

    private FhirAnswer() {}

    /**
     * Why a write has not succeeded; empty if it has. A 200 with an error inside has not; what the
     * server calls a duplicate has, for then it is there.
     */
    static Optional<DeliveryOutcome> failure(HttpAnswer answer, Instant now) {
        if (!(answer instanceof HttpAnswer.Received received)) {
            return Optional.of(HttpOutcomes.of(answer, WHOSE, now));
        }
        JsonNode outcome = operationOutcome(received.body());
        List<JsonNode> issues = badIssues(outcome);
        if (isDuplicate(outcome) && received.status() < 500) {
            return Optional.empty();
        }
        if (WRITTEN.contains(received.status())) {
            return issues.isEmpty()
                    ? Optional.empty()
                    : Optional.of(refused(received.status(), issues));
        }
        return Optional.of(
                switch (received.status()) {
                    case 400, 404, 422 -> refused(received.status(), issues);
                    case 409, 412 -> later(received.status(), issues);
                    default -> HttpOutcomes.of(answer, WHOSE, now);
                });
    }

    /** Whether a success has a body that no FHIR server sends, such as the page of a login. */
    static boolean isForeign(HttpAnswer.Received answer) {
        if (answer.body().length == 0) {
            return false;
        }
        try {
            return !FhirJson.JSON.readTree(answer.body()).hasNonNull("resourceType");
        } catch (IOException _) {
            return true;
        }
    }

    /** Whether the server refuses a write because it is there already. */
    static boolean isDuplicate(HttpAnswer.Received answer) {
        return answer.status() >= 400
                && answer.status() < 500
                && isDuplicate(operationOutcome(answer.body()));
    }

    private static DeliveryOutcome refused(int status, List<JsonNode> issues) {
        Heard heard = new Heard(status, Issues.words(issues));
        return new DeliveryOutcome.Refused(reason(heard), heard);
    }

    private static DeliveryOutcome later(int status, List<JsonNode> issues) {
        Heard heard = new Heard(status, Issues.words(issues));
        return new DeliveryOutcome.Later(reason(heard), null, heard);
    }

    private static String reason(Heard heard) {
        String said = WHOSE + " answered " + heard.status();
        return heard.excerpt().isEmpty() ? said : said + ": " + heard.excerpt();
    }

    private static List<JsonNode> badIssues(JsonNode outcome) {
        return StreamSupport.stream(outcome.path("issue").spliterator(), false)
                .filter(issue -> BAD.contains(issue.path("severity").asText()))
                .toList();
    }

    static boolean isDuplicate(JsonNode outcome) {
        return StreamSupport.stream(outcome.path("issue").spliterator(), false)
                .anyMatch(issue -> issue.path("code").asText().equals("duplicate"));
    }

    /** A missing node if the body is something else. */
    private static JsonNode operationOutcome(byte[] body) {
        try {
            JsonNode json = FhirJson.JSON.readTree(body);
            return json.path("resourceType").asText().equals("OperationOutcome")
                    ? json
                    : FhirJson.JSON.missingNode();
        } catch (IOException _) {
            return FhirJson.JSON.missingNode();
        }
    }
}
