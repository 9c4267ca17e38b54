package io.pulseline.ingest.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.RequestBudget;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Data calls to Fitbit: bearer token, metric units (no {@code Accept-Language}), English names, no
 * redirects, bounded time and size. Status codes become {@link ProviderAnswer}s; bodies of errors
 * go no further. Blocks.
 */
@ApplicationScoped
class FitbitHttp {
    private static final String NAME = "Fitbit";

    static final String GONE =
            "Fitbit's Web API was switched off; the account has moved to Google Health. Please"
                    + " connect Google Health.";

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
        return counted(path, authorized(accessToken, path).GET().build());
    }

    /**
     * A POST without a body; Fitbit wants {@code Content-Length: 0}, which the client sends.
     *
     * @param alsoFine a status that is as good as 2xx to the caller
     */
    ProviderAnswer<FitbitDocument> post(String accessToken, String path, int alsoFine) {
        HttpRequest.Builder request = ofSubscriber(accessToken, path).POST(BodyPublishers.noBody());
        return counted(path, request.build(), alsoFine);
    }

    /** Subscriptions of one subscriber: asked for and removed under its name as well. */
    ProviderAnswer<FitbitDocument> getOfSubscriber(String accessToken, String path) {
        return counted(path, ofSubscriber(accessToken, path).GET().build());
    }

    /** Removes one; that it was not there (404) is as good as removed. */
    ProviderAnswer<FitbitDocument> deleteOfSubscriber(String accessToken, String path) {
        return counted(path, ofSubscriber(accessToken, path).DELETE().build(), 404);
    }

    private HttpRequest.Builder ofSubscriber(String accessToken, String path) {
        HttpRequest.Builder request = authorized(accessToken, path);
        config.subscriberId().ifPresent(id -> request.header("X-Fitbit-Subscriber-Id", id));
        return request;
    }

    /**
     * Gives a token back, in the application's own name. A token that is not known (400, 404) is as
     * good as given back.
     */
    ProviderAnswer<FitbitDocument> revoke(String token) {
        String path = "/oauth2/revoke";
        String application = config.clientId() + ":" + config.clientSecret();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(config.apiUrl() + path))
                        .timeout(config.answerWithin())
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(application.getBytes(UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(token, UTF_8)))
                        .build();
        return send(path, request, _ -> {}, 400, 404);
    }

    private HttpRequest.Builder authorized(String accessToken, String path) {
        return HttpRequest.newBuilder(URI.create(config.apiUrl() + path))
                .timeout(config.answerWithin())
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept-Locale", "en_US");
    }

    /** A call with a user's token is counted; what is spent is not sent. */
    private ProviderAnswer<FitbitDocument> counted(
            String path, HttpRequest request, int... alsoFine) {
        return switch (budget.take(NAME)) {
            case SpentUntil(Instant until, _) -> new ProviderAnswer.RateLimited<>(until);
            case Granted granted -> {
                ProviderAnswer<FitbitDocument> answer =
                        send(path, request, response -> heard(granted, response), alsoFine);
                if (answer instanceof ProviderAnswer.RateLimited<FitbitDocument>(Instant until)) {
                    budget.refused(NAME, until);
                }
                yield answer;
            }
        };
    }

    private void heard(Granted granted, HttpResponse<byte[]> response) {
        RateLimitHeaders.view(response.headers()::firstValue, clock.instant(), granted.count())
                .ifPresent(budget::told);
    }

    private ProviderAnswer<FitbitDocument> send(
            String path,
            HttpRequest request,
            Consumer<HttpResponse<byte[]>> heard,
            int... alsoFine) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofByteArray(), config.maximumAnswerBytes()));
        try {
            // The request's own time-out ends with the headers; this one counts the body too.
            HttpResponse<byte[]> response =
                    answer.get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            heard.accept(response);
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
            String path, HttpResponse<byte[]> response, int... alsoFine) {
        int status = response.statusCode();
        boolean fine = Arrays.stream(alsoFine).anyMatch(other -> other == status);
        if ((status >= 200 && status < 300) || fine) {
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
            case 429 ->
                    new ProviderAnswer.RateLimited<>(
                            RateLimitReset.after(
                                    clock.instant(),
                                    response.headers()::firstValue,
                                    config.rateLimitMargin()));
            // 408: it has waited for us too long.
            case 408 -> unavailable(reason);
            default ->
                    status >= 400 && status < 500
                            ? new ProviderAnswer.Rejected<>(reason)
                            : unavailable(reason);
        };
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
