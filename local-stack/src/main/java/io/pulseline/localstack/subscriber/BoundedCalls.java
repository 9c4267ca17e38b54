package io.pulseline.localstack.subscriber;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that end within a minute and read at most 1 MiB. Redirects are not followed, because tokens
 * would go along.
 */
final class BoundedCalls implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    /** Creating and changing a subscriber wait for Google's two questions to our endpoint. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private static final int LARGEST_ANSWER = 1 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /**
     * The answer, whatever its status.
     *
     * @param host as people are to read it where it cannot be asked
     */
    HttpResponse<byte[]> answer(HttpRequest.Builder request, URI host) {
        BodyHandler<byte[]> whole =
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.timeout(ANSWER_WITHIN).build(), whole);
        try {
            // The request's own time-out ends with the headers.
            return answer.get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw unreachable(
                    host, "it does not answer within " + ANSWER_WITHIN.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw unreachable(host, cause.getClass().getSimpleName());
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(host, "interrupted");
        }
    }

    private static SubscriberException unreachable(URI host, String why) {
        return new SubscriberException(
                host + " cannot be asked: " + why,
                "Look at the network, a proxy in between and --api, then repeat the command: it may be"
                        + " repeated at any time.");
    }

    @Override
    public void close() {
        client.close();
    }
}
