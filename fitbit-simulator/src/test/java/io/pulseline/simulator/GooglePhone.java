package io.pulseline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pulseline.simulator.googlehealth.GoogleTokens;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.http.HttpResponse;

/** Calls the Google Health side as an application would, with one person's token. */
final class GooglePhone {
    static final String CALLBACK = "http://localhost:8080/connect/google-health/callback";
    static final String CLIENT = "192920988822-simulated.apps.googleusercontent.com";
    static final String SECRET = "GOCSPX-simulated-client-secret";
    static final String USER = "/google/v4/users/me/";
    static final String SUBSCRIBERS = "/google/v4/projects/192920988822/subscribers";

    private final Phone phone;

    private GooglePhone(Phone phone) {
        this.phone = phone;
    }

    static GooglePhone of(FitbitSimulator simulator, String accessToken) {
        return new GooglePhone(new Phone(simulator).with("Authorization", "Bearer " + accessToken));
    }

    /** With a consent to these scopes. */
    static GooglePhone of(FitbitSimulator simulator, SimulatedUser user, HealthScope... scopes) {
        GoogleTokens tokens = simulator.googleHealth().hasConsent(user, scopes);
        return of(simulator, tokens.accessToken());
    }

    /** With a consent to everything. */
    static GooglePhone ofAll(FitbitSimulator simulator, SimulatedUser user) {
        return of(simulator, user, HealthScope.values());
    }

    /** The project's owner. */
    static GooglePhone ofOwner(FitbitSimulator simulator) {
        return of(simulator, "ya29.simulated-project-owner");
    }

    HttpResponse<String> get(String path) {
        return phone.get(path);
    }

    HttpResponse<String> post(String path, String body) {
        return phone.post(path, body);
    }

    HttpResponse<String> patch(String path, String body) {
        return phone.patch(path, body);
    }

    HttpResponse<String> delete(String path) {
        return phone.delete(path);
    }

    JsonNode json(String path) {
        return phone.json(path);
    }

    /** The answer to a call that must succeed. */
    JsonNode posted(String path, String body) {
        HttpResponse<String> answer = phone.post(path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Phone.read(answer);
    }

    /** Where points of that type are listed. */
    static String points(String type) {
        return USER + "dataTypes/" + type + "/dataPoints";
    }

    static String filtered(String type, String filter) {
        return points(type) + "?filter=" + Parameters.encoded(filter);
    }

    /** Every point of every page. */
    ArrayNode all(String path) {
        ArrayNode points = Json.array();
        String token = "";
        do {
            String separator = path.contains("?") ? "&" : "?";
            JsonNode page = json(token.isEmpty() ? path : path + separator + "pageToken=" + token);
            page.path("dataPoints").forEach(points::add);
            token = page.path("nextPageToken").asText();
        } while (!token.isEmpty());
        return points;
    }

    /** Sums of civil days, the end not included. */
    JsonNode daily(String type, String from, String to) {
        return posted(
                points(type) + ":dailyRollUp",
                "{\"range\":{\"start\":{\"date\":%s},\"end\":{\"date\":%s}},\"windowSizeDays\":1}"
                        .formatted(date(from), date(to)));
    }

    static String date(String text) {
        String[] parts = text.split("-", -1);
        return "{\"year\":%d,\"month\":%d,\"day\":%d}"
                .formatted(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]));
    }

    /** The reason an error gives. */
    static String reason(HttpResponse<String> answer) {
        return Phone.read(answer).path("error").path("details").path(0).path("reason").asText();
    }

    static String status(HttpResponse<String> answer) {
        return Phone.read(answer).path("error").path("status").asText();
    }
}
