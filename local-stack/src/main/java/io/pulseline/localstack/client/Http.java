package io.pulseline.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** HTTP with JSON bodies and cookies, as a user's script would do it; never follows redirects. */
public final class Http implements AutoCloseable {
    /** Safe for use by several threads. */
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    /** The other side makes all of it before the first byte. */
    private static final Duration LONG_TIME_OUT = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(TIME_OUT)
                    .cookieHandler(new CookieManager())
                    .build();
    private final @Nullable String authorization;

    private Http(@Nullable String authorization) {
        this.authorization = authorization;
    }

    /** Without a login. */
    public static Http anonymous() {
        return new Http(null);
    }

    /** With the login of a built-in user. */
    public static Http basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Http("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** A GET, whatever it is answered with. */
    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** The lines of a long answer with status 200. */
    public Stream<String> lines(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(LONG_TIME_OUT).GET().build();
        HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new StepFailedException(
                    "GET " + address.getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** A POST of JSON, whatever it is answered with. */
    public HttpResponse<String> postJson(URI address, JsonNode body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A POST of a file, whatever it is answered with. */
    public HttpResponse<String> postFile(URI address, String type, byte[] file)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    /** A POST of a form, whatever it is answered with. */
    public HttpResponse<String> postForm(URI address, String form)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> delete(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).DELETE());
    }

    /** The answer's body, if the status is the one expected. */
    public static JsonNode expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new StepFailedException(
                    response.request().method()
                            + " "
                            + response.request().uri().getPath()
                            + " answered "
                            + response.statusCode()
                            + ", expected "
                            + status
                            + ": "
                            + shortened(response.body()));
        }
        return response.body().isBlank()
                ? MissingNode.getInstance()
                : JSON.readTree(response.body());
    }

    private static String shortened(String body) {
        return body.length() <= 200 ? body : body.substring(0, 200) + "...";
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        request.timeout(TIME_OUT).header("Accept", "application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
