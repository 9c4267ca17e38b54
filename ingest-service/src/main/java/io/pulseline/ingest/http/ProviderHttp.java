package io.pulseline.ingest.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls of one provider: no redirects, bounded time and size. Blocks. */
public final class ProviderHttp {
    private final Duration answerWithin;
    private final int maximumAnswerBytes;
    private final HttpClient client;

    /**
     * For one provider.
     *
     * @param connectWithin time to reach the host
     * @param answerWithin time for one answer, body included
     * @param maximumAnswerBytes largest body
     */
    public ProviderHttp(Duration connectWithin, Duration answerWithin, int maximumAnswerBytes) {
        this.answerWithin = answerWithin;
        this.maximumAnswerBytes = maximumAnswerBytes;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connectWithin)
                        .build();
    }

    /** How a call ended. */
    public sealed interface Exchange {
        /** There is an answer, of whatever status. */
        record Answered(HttpResponse<byte[]> response) implements Exchange {}

        /** There is none; the reason quotes nothing of the request. */
        record Failed(String reason) implements Exchange {}
    }

    /** Calls and waits for the whole answer. */
    public Exchange send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), maximumAnswerBytes));
        try {
            // The request's own time-out ends with the headers; this one counts the body too.
            return new Exchange.Answered(
                    answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            answer.cancel(true);
            return new Exchange.Failed("no answer within " + answerWithin);
        } catch (ExecutionException e) {
            return new Exchange.Failed(failure(e.getCause()));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Exchange.Failed("interrupted");
        }
    }

    private static String failure(@Nullable Throwable cause) {
        boolean tooLarge =
                cause instanceof IOException && "body exceeds capacity".equals(cause.getMessage());
        return tooLarge
                ? "answer too large"
                : cause == null ? "failed" : cause.getClass().getSimpleName();
    }
}
