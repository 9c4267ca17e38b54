package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Google's error documents (fact sheet section 6.2). */
final class GoogleErrors {
    static final String INVALID = "Request contains an invalid argument.";

    private static final String EXPECTED =
            " Expected OAuth 2 access token, login cookie or other valid authentication credential."
                    + " See https://developers.google.com/identity/sign-in/web/devconsole-project.";
    private static final String REALM = "Bearer realm=\"https://accounts.google.com/\"";
    private static final String HEALTH = "health.googleapis.com";

    private GoogleErrors() {}

    /** JSON as Google labels it. */
    static Answer json(int status, JsonNode document) {
        return Answer.of(status, "application/json; charset=UTF-8", Json.bytes(document));
    }

    /** The envelope; no details when null. */
    static Answer of(int code, String status, String message, @Nullable ObjectNode detail) {
        ObjectNode document = Json.object();
        ObjectNode error =
                document.putObject("error")
                        .put("code", code)
                        .put("message", message)
                        .put("status", status);
        if (detail != null) {
            error.putArray("details").add(detail);
        }
        return json(code, document);
    }

    /** One {@code google.rpc.ErrorInfo}. */
    static ObjectNode info(String reason, String domain, Map<String, String> metadata) {
        ObjectNode info =
                Json.object()
                        .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                        .put("reason", reason)
                        .put("domain", domain);
        if (!metadata.isEmpty()) {
            ObjectNode more = info.putObject("metadata");
            metadata.forEach(more::put);
        }
        return info;
    }

    static Answer invalid(String message) {
        return of(400, "INVALID_ARGUMENT", message, null);
    }

    /** With a reason that a program can read. */
    static Answer invalid(String message, String reason, boolean inMetadata) {
        return of(
                400,
                "INVALID_ARGUMENT",
                message,
                inMetadata
                        ? info("INVALID_ARGUMENT", HEALTH, Map.of("detailedReasons", reason))
                        : info(reason, HEALTH, Map.of()));
    }

    static Answer credentialsMissing(String method) {
        return of(
                        401,
                        "UNAUTHENTICATED",
                        "Request is missing required authentication credential." + EXPECTED,
                        info(
                                "CREDENTIALS_MISSING",
                                "googleapis.com",
                                Map.of("method", method, "service", HEALTH)))
                .with("WWW-Authenticate", REALM);
    }

    static Answer credentialsInvalid() {
        return of(
                        401,
                        "UNAUTHENTICATED",
                        "Request had invalid authentication credentials." + EXPECTED,
                        null)
                .with("WWW-Authenticate", REALM + ", error=\"invalid_token\"");
    }

    static Answer scopeMissing(String reason) {
        return of(
                403,
                "PERMISSION_DENIED",
                "Request had insufficient authentication scopes.",
                info(reason, "googleapis.com", Map.of("service", HEALTH)));
    }

    static Answer callerLacksPermission() {
        return of(403, "PERMISSION_DENIED", "The caller does not have permission", null);
    }

    static Answer serviceDisabled(String projectNumber) {
        return of(
                403,
                "PERMISSION_DENIED",
                "Google Health API has not been used in project %s before or it is disabled."
                        .formatted(projectNumber),
                info(
                        "SERVICE_DISABLED",
                        "googleapis.com",
                        Map.of("consumer", "projects/" + projectNumber, "service", HEALTH)));
    }

    static Answer accountNotLinked() {
        return of(
                400,
                "FAILED_PRECONDITION",
                "The account is not linked to Google Health.",
                info(
                        "ACCOUNT_NOT_LINKED",
                        HEALTH,
                        Map.of("redirect_uri", "https://fitbit.google.com/auth/signup")));
    }

    static Answer noProfile(String status) {
        return of(412, status, "Precondition check failed.", null);
    }

    static Answer failedPrecondition(String message) {
        return of(400, "FAILED_PRECONDITION", message, null);
    }

    static Answer notFound() {
        return of(404, "NOT_FOUND", "Requested entity was not found.", null);
    }

    static Answer alreadyExists() {
        return of(409, "ALREADY_EXISTS", "Requested entity already exists", null);
    }

    static Answer tooManyRequests(String projectNumber, int retryAfterSeconds) {
        String consumer = "project_number:" + projectNumber;
        Answer answer =
                of(
                        429,
                        "RESOURCE_EXHAUSTED",
                        ("Quota exceeded for quota metric 'Requests' and limit 'Requests per minute"
                                        + " per user' of service 'health.googleapis.com' for"
                                        + " consumer '%s'.")
                                .formatted(consumer),
                        info(
                                "RATE_LIMIT_EXCEEDED",
                                "googleapis.com",
                                Map.of("consumer", "projects/" + projectNumber)));
        return retryAfterSeconds > 0
                ? answer.with("Retry-After", Integer.toString(retryAfterSeconds))
                : answer;
    }

    static Answer serverError(int status) {
        return switch (status) {
            case 503 -> of(503, "UNAVAILABLE", "The service is currently unavailable.", null);
            case 504 -> of(504, "DEADLINE_EXCEEDED", "Deadline expired.", null);
            default -> of(status, "INTERNAL", "Internal error encountered.", null);
        };
    }

    /** What stands in front of the API answers for paths and verbs that it does not have. */
    static Answer noSuchPage(String path) {
        String page =
                """
                <!DOCTYPE html>
                <html lang=en>
                <title>Error 404 (Not Found)!!1</title>
                <p><b>404.</b> <ins>That's an error.</ins>
                <p>The requested URL <code>%s</code> was not found on this server.
                """
                        .formatted(path.replace("&", "&amp;").replace("<", "&lt;"));
        return Answer.of(404, "text/html; charset=UTF-8", page.getBytes(UTF_8));
    }

    /** An error of the token endpoint. */
    static Answer oauth(int status, String error, String description) {
        return json(
                status, Json.object().put("error", error).put("error_description", description));
    }
}
