package io.pulseline.localstack.subscriber;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks our endpoint from here what Google asks it before it tells it anything. */
final class EndpointProbe {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final String QUESTION = "{\"type\": \"verification\"}";

    private EndpointProbe() {}

    /**
     * The two answers in words; they may differ from what Google gets, whose way to the endpoint is
     * another.
     */
    static String report(URI endpoint, WebhookSecret secret) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(WITHIN).build()) {
            HttpRequest.Builder question = question(endpoint);
            String without = answer(client, question.build());
            String with = answer(client, question.header("Authorization", secret.value()).build());
            return "From here it answers with the secret: "
                    + with
                    + ", without it: "
                    + without
                    + ".";
        }
    }

    private static HttpRequest.Builder question(URI endpoint) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(WITHIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUESTION));
    }

    private static String answer(HttpClient client, HttpRequest question) {
        try {
            // Only the status is of interest; the body is not read.
            HttpResponse<InputStream> answer = client.send(question, BodyHandlers.ofInputStream());
            answer.body().close();
            return Integer.toString(answer.statusCode());
        } catch (IOException e) {
            return "nothing (" + e.getClass().getSimpleName() + ")";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "nothing (interrupted)";
        }
    }
}
