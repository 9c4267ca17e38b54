package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls Strava's side as an application would, with one athlete's token. */
final class StravaPhone {
    static final String UPLOADS = "/strava/api/v3/uploads";
    static final String TOKEN = "/strava/oauth/token";

    private static final String BOUNDARY = "a-boundary";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String token;

    StravaPhone(FitbitSimulator simulator, String token) {
        base = simulator.apiUrl();
        this.token = token;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "application/json", new byte[0]);
    }

    HttpResponse<String> put(String path, String json) {
        return send("PUT", path, "application/json", json.getBytes(UTF_8));
    }

    /** A form of the token endpoint. */
    HttpResponse<String> form(String fields) {
        return send("POST", TOKEN, "application/x-www-form-urlencoded", fields.getBytes(UTF_8));
    }

    HttpResponse<String> upload(byte[] file) {
        return upload(file, Map.of("data_type", "fit", "external_id", "r1"));
    }

    HttpResponse<String> upload(byte[] file, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(
                                        BOUNDARY,
                                        name,
                                        new String(value.getBytes(UTF_8), ISO_8859_1))));
        body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r1.fit\"\r\n"
                                .formatted(BOUNDARY))
                .append("Content-Type: application/octet-stream\r\n\r\n")
                .append(new String(file, ISO_8859_1))
                .append("\r\n--" + BOUNDARY + "--\r\n");
        return send(
                "POST",
                UPLOADS,
                "multipart/form-data; boundary=" + BOUNDARY,
                body.toString().getBytes(ISO_8859_1));
    }

    private HttpResponse<String> send(String method, String path, String type, byte[] body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
