package io.pulseline.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fitbit's error documents (fact sheet sections 1.5, 3, 5 and 7). */
public final class FitbitErrors {
    private static final String VISIT =
            "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API"
                    + " authorization process.";

    private FitbitErrors() {}

    /** The envelope with one error; no fieldName when null. */
    public static Answer envelope(
            int status, String errorType, @Nullable String fieldName, String message) {
        ObjectNode error = Json.object().put("errorType", errorType);
        if (fieldName != null) {
            error.put("fieldName", fieldName);
        }
        error.put("message", message);
        ObjectNode document = Json.object();
        document.putArray("errors").add(error);
        return Answer.json(status, document.put("success", false));
    }

    /** Google's envelope, as part of the traffic had it in 2026. */
    public static Answer google(int status, String message, String name) {
        ObjectNode document = Json.object();
        document.putObject("error").put("code", status).put("message", message).put("status", name);
        return Answer.json(status, document).with("Server", "ESF");
    }

    public static Answer oauth(int status, String errorType, String message) {
        return envelope(status, errorType, null, message + " " + VISIT);
    }

    public static Answer validation(String fieldName, String message) {
        return envelope(400, "validation", fieldName, message);
    }

    public static Answer tooWide() {
        return envelope(400, "request", "n/a", "Time range should not be bigger than 24 hours.");
    }

    /** A range of dates longer than the endpoint allows. */
    public static Answer tooLong(int days) {
        return validation("date", "The date range must not exceed %d days.".formatted(days));
    }

    /** The older form of {@link #tooLong}. */
    public static Answer tooManyPoints() {
        return envelope(
                422, "validation", "Request", "The number of data points queried exceeds limit.");
    }

    public static Answer noAuthorization() {
        return envelope(401, "invalid_request", null, "Authorization header required.");
    }

    public static Answer expiredToken(String token) {
        return oauth(401, "expired_token", "Access token expired: " + token);
    }

    public static Answer invalidToken(String token) {
        return oauth(401, "invalid_token", "Access token invalid: " + token + ".");
    }

    public static Answer insufficientScope(String data) {
        return oauth(
                403,
                "insufficient_scope",
                "This application does not have permission to access %s data."
                        .formatted(data.toLowerCase(Locale.ROOT)));
    }

    public static Answer insufficientPermissions() {
        return oauth(
                403,
                "insufficient_permissions",
                "API client is not authorized by Fitbit to access the resource requested.");
    }

    public static Answer notFound() {
        return envelope(404, "not_found", "n/a", "The API you are requesting could not be found.");
    }

    public static Answer tooManyRequests() {
        return envelope(429, "system", "n/a", "Too Many Requests");
    }

    public static Answer conflict() {
        return envelope(
                409,
                "request",
                "n/a",
                "Multiple clients are refreshing the same access token at once.");
    }

    public static Answer gone() {
        return envelope(410, "request", "n/a", "The Fitbit Web API has been turned off.");
    }

    public static Answer serverError(int status) {
        return envelope(
                status,
                "request",
                "n/a",
                "An error occurred with the Fitbit Web API while processing the request."
                        + " Error id: simulated");
    }
}
