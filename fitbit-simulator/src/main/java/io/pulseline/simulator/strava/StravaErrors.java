package io.pulseline.simulator.strava;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;

/** Strava's error documents: a message, and which field of what is wrong. */
final class StravaErrors {
    private StravaErrors() {}

    static Answer json(int status, Object document) {
        return Answer.of(status, "application/json; charset=utf-8", Json.bytes(document));
    }

    static Answer of(int status, String message, String resource, String field, String code) {
        var document = Json.object().put("message", message);
        document.putArray("errors")
                .addObject()
                .put("resource", resource)
                .put("field", field)
                .put("code", code);
        return json(status, document);
    }

    static Answer badRequest(String resource, String field, String code) {
        return of(400, "Bad Request", resource, field, code);
    }

    static Answer unauthorized(String resource, String field, String code) {
        return of(401, "Authorization Error", resource, field, code);
    }

    static Answer badToken() {
        return unauthorized("Athlete", "access_token", "invalid");
    }

    static Answer scopeMissing(StravaScope scope) {
        return unauthorized("AccessToken", scope.text() + "_permission", "missing");
    }

    static Answer rateLimited() {
        return of(429, "Rate Limit Exceeded", "Application", "rate limit", "exceeded");
    }

    static Answer notFound(String resource) {
        return of(404, "Record Not Found", resource, "id", "invalid");
    }

    /** An error of the token endpoint as RFC 6749 has it. */
    static Answer standard(String error) {
        return json(400, Json.object().put("error", error));
    }
}
