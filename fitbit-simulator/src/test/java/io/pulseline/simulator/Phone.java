package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Calls the simulator over HTTP as an application would. */
final class Phone {
    static final Scope[] ALL_SCOPES = Scope.values();
    static final String CALLBACK = "http://localhost:8080/connect/fitbit/callback";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final List<String> headers = new ArrayList<>();

    Phone(FitbitSimulator simulator) {
        this.base = simulator.apiUrl();
    }

    /** With the person's token. */
    Phone as(TokenPair tokens) {
        return with("Authorization", "Bearer " + tokens.accessToken());
    }

    /** With the application's own credentials. */
    Phone asApplication() {
        return asApplication("22B8M7:simulated-client-secret");
    }

    Phone asApplication(String pair) {
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    Phone with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> patch(String path, String body) {
        return send("PATCH", path, BodyPublishers.ofString(body));
    }

    /** Absolute addresses are called as they are. */
    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return read(answer);
    }

    static JsonNode read(HttpResponse<String> answer) {
        return Json.read(answer.body().getBytes(UTF_8), JsonNode.class);
    }

    static String errorType(HttpResponse<String> answer) {
        return read(answer).path("errors").path(0).path("errorType").asText();
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                        .timeout(Duration.ofSeconds(10))
                        .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
