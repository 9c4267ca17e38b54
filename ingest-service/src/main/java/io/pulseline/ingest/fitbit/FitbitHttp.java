package io.pulseline.ingest.fitbit;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.RequestBudget;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Data calls to Fitbit: bearer token, metric units (no {@code Accept-Language}), English names, no
 * redirects, bounded time and size. Status codes become {@link ProviderAnswer}s; bodies of errors
 * go no further. Blocks.
 */
@ApplicationScoped
class FitbitHttp {
    static final String GONE =
            "Fitbit's Web API was switched off; the account has moved to Google Health. Please"
                    + " connect Google Health.";

    private static final int NOTHING_ELSE = -1;

    private final FitbitConfig config;
    private final RequestBudget budget;
    private final Clock clock;
    private final HttpClient client;

    FitbitHttp(FitbitConfig config, RequestBudget budget, Clock clock) {
        this.config = config;
        this.budget = budget;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(config.connectWithin())
                        .build();
    }

    /**
     * Asks for a document.
     *
     * @param path path and query under the API's base address
     */
    ProviderAnswer<FitbitDocument> get(String accessToken, String path) {
        return send(path, authorized(accessToken, path).GET().build(), NOTHING_ELSE);
    }

    /**
     * A POST without a body; Fitbit wants {@code Content-Length: 0}, which the client sends.
     *
     * @param alsoFine a status that is as good as 2xx to the caller
     */
    ProviderAnswer<FitbitDocument> post(String accessToken, String path, int alsoFine) {
        HttpRequest.Builder request = authorized(accessToken, path).POST(BodyPublishers.noBody());
        config.subscriberId().ifPresent(id -> request.header("X-Fitbit-Subscriber-Id", id));
        return send(path, request.build(), alsoFine);
    }

    private HttpRequest.Builder authorized(String accessToken, String path) {
        return HttpRequest.newBuilder(URI.create(config.apiUrl() + path))
                .timeout(config.answerWithin())
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept-Locale", "en_US");
    }

    /** Every call with a user's token goes this way and is counted; what is spent is not sent. */
    private ProviderAnswer<FitbitDocument> send(String path, HttpRequest request, int alsoFine) {
        return switch (budget.take("Fitbit")) {
            case SpentUntil(Instant until, _) -> new ProviderAnswer.RateLimited<>(until);
            case Granted granted -> send(granted, path, request, alsoFine);
        };
    }

    private ProviderAnswer<FitbitDocument> send(
            Granted granted, String path, HttpRequest request, int alsoFine) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofByteArray(), config.maximumAnswerBytes()));
        try {
            // The request's own time-out ends with the headers; this one counts the body too.
            HttpResponse<byte[]> response =
                    answer.get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            RateLimitHeaders.view(response.headers()::firstValue, clock.instant(), granted.count())
                    .ifPresent(budget::told);
            return answer(path, response, alsoFine);
        } catch (TimeoutException _) {
            answer.cancel(true);
            return unavailable("no answer within " + config.answerWithin());
        } catch (ExecutionException e) {
            return unavailable(failure(e.getCause()));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return unavailable("interrupted");
        }
    }

    private ProviderAnswer<FitbitDocument> answer(
            String path, HttpResponse<byte[]> response, int alsoFine) {
        int status = response.statusCode();
        if ((status >= 200 && status < 300) || status == alsoFine) {
            return new ProviderAnswer.Given<>(
                    new FitbitDocument(
                            path,
                            status,
                            response.headers().firstValue("Content-Type").orElse(null),
                            clock.instant(),
                            response.body()));
        }
        String reason = status + " " + FitbitErrors.type(response.body());
        return switch (status) {
            case 401 -> new ProviderAnswer.TokenRefused<>(reason);
            case 403 -> new ProviderAnswer.Forbidden<>(reason);
            case 404 -> new ProviderAnswer.Absent<>(reason);
            case 410 -> new ProviderAnswer.Gone<>(GONE);
            case 429 -> refused(response);
            default -> unavailable(reason);
        };
    }

    private ProviderAnswer<FitbitDocument> refused(HttpResponse<byte[]> response) {
        Instant until =
                RateLimitReset.after(
                        clock.instant(), response.headers()::firstValue, config.rateLimitMargin());
        budget.refused("Fitbit", until);
        return new ProviderAnswer.RateLimited<>(until);
    }

    private static String failure(@Nullable Throwable cause) {
        boolean tooLarge =
                cause instanceof IOException && "body exceeds capacity".equals(cause.getMessage());
        return tooLarge
                ? "answer too large"
                : cause == null ? "failed" : cause.getClass().getSimpleName();
    }

    private static ProviderAnswer<FitbitDocument> unavailable(String reason) {
        return new ProviderAnswer.Unavailable<>(reason);
    }
}
