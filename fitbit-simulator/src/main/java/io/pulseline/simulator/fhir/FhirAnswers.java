package io.pulseline.simulator.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;

/** Answers with FHIR's media type; what goes wrong is an OperationOutcome. */
final class FhirAnswers implements Refusals {
    private static final String MEDIA_TYPE = "application/fhir+json;charset=UTF-8";

    static Answer of(int status, JsonNode resource) {
        return Answer.of(status, MEDIA_TYPE, Json.bytes(resource));
    }

    /**
     * An error.
     *
     * @param code of FHIR's value set issue-type
     * @param place where in the body; empty for none
     */
    static Answer outcome(int status, String code, String text, String place) {
        return of(status, operationOutcome(code, text, place));
    }

    /** The same to be thrown. */
    static Refused refused(int status, String code, String text, String place) {
        return new Refused(outcome(status, code, text, place));
    }

    private static ObjectNode operationOutcome(String code, String text, String place) {
        ObjectNode outcome = Json.object().put("resourceType", "OperationOutcome");
        ObjectNode issue =
                outcome.putArray("issue").addObject().put("severity", "error").put("code", code);
        issue.putObject("details").put("text", text);
        if (!place.isEmpty()) {
            issue.putArray("expression").add(place);
        }
        return outcome;
    }

    @Override
    public Answer rateLimited() {
        return outcome(429, "throttled", "Too many requests", "").with("Retry-After", "30");
    }

    @Override
    public Answer serverError(int status) {
        return outcome(status, "exception", "Internal error", "");
    }

    @Override
    public Answer expiredToken(String token) {
        return outcome(401, "expired", "The token has expired", "");
    }

    @Override
    public Answer invalidToken(String token) {
        return outcome(401, "login", "The token is not known", "");
    }

    @Override
    public Answer insufficientScope() {
        return outcome(403, "forbidden", "The scope does not allow that", "");
    }

    @Override
    public Answer conflict() {
        return outcome(409, "conflict", "Somebody else is writing", "");
    }

    @Override
    public Answer gone() {
        return outcome(410, "deleted", "Gone", "");
    }
}
