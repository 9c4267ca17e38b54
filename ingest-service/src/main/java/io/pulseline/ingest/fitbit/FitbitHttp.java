package io.pulseline.ingest.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.RequestBudget;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.http.ProviderHttp;
import io.pulseline.ingest.http.ProviderHttp.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;

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
    private final ProviderHttp http;

    FitbitHttp(FitbitConfig config, RequestBudget budget, Clock clock) {
        this.config = config;
        this.budget = budget;
        this.clock = clock;
        this.http =
                new ProviderHttp(
                        config.connectWithin(), config.answerWithin(), config.maximumAnswerBytes());
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
        return switch (http.send(request)) {
            case Exchange.Answered(HttpResponse<byte[]> response) -> {
                heard.accept(response);
                yield answer(path, response, alsoFine);
            }
            case Exchange.Failed(String reason) -> unavailable(reason);
        };
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

    private static ProviderAnswer<FitbitDocument> unavailable(String reason) {
        return new ProviderAnswer.Unavailable<>(reason);
    }
}
