package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.RequestBuckets;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.googlehealth.GoogleErrors.Said;
import io.pulseline.ingest.http.ProviderHttp;
import io.pulseline.ingest.http.ProviderHttp.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Calls to the Google Health API: bearer token, no redirects, bounded time and size. Status codes
 * become {@link ProviderAnswer}s; messages of errors go no further. Blocks.
 */
@ApplicationScoped
class GoogleHttp implements GoogleApi {
    private static final String NAME = "Google Health";

    /** A longer wait is a misunderstanding. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final GoogleHealthConfig config;
    private final RequestBuckets buckets;
    private final Clock clock;
    private final ProviderHttp http;

    GoogleHttp(GoogleHealthConfig config, RequestBuckets buckets, Clock clock) {
        this.config = config;
        this.buckets = buckets;
        this.clock = clock;
        this.http =
                new ProviderHttp(
                        config.connectWithin(), config.answerWithin(), config.maximumAnswerBytes());
    }

    @Override
    public ProviderAnswer<GoogleDocument> get(String accessToken, String path) {
        return counted(path, authorized(accessToken, path).GET().build());
    }

    /** The page's token is told to nobody else. */
    @Override
    public ProviderAnswer<GoogleDocument> page(String accessToken, String path, String pageToken) {
        String next = path + "&pageToken=" + URLEncoder.encode(pageToken, UTF_8);
        return counted(path, authorized(accessToken, next).GET().build());
    }

    @Override
    public ProviderAnswer<GoogleDocument> post(String accessToken, String path, String json) {
        return counted(
                path,
                authorized(accessToken, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    /** Asks with a token whose connection is not known yet, so that nobody's account pays. */
    ProviderAnswer<GoogleDocument> getUncounted(String accessToken, String path) {
        return send(path, authorized(accessToken, path).GET().build());
    }

    /** Gives a token back; one that is not known (400) is as good as given back. */
    ProviderAnswer<GoogleDocument> revoke(String token) {
        HttpRequest request =
                HttpRequest.newBuilder(config.revokeUrl())
                        .timeout(config.answerWithin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(token, UTF_8)))
                        .build();
        ProviderAnswer<GoogleDocument> answer = send("/revoke", request);
        return answer instanceof ProviderAnswer.Rejected<GoogleDocument>
                ? new ProviderAnswer.Given<>(
                        new GoogleDocument("/revoke", 400, null, clock.instant(), new byte[0]))
                : answer;
    }

    private HttpRequest.Builder authorized(String accessToken, String path) {
        return HttpRequest.newBuilder(URI.create(config.apiUrl() + path))
                .timeout(config.answerWithin())
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json");
    }

    private ProviderAnswer<GoogleDocument> counted(String path, HttpRequest request) {
        return switch (buckets.take(NAME)) {
            case SpentUntil(Instant until, _) -> new ProviderAnswer.RateLimited<>(until);
            case Granted _ -> {
                ProviderAnswer<GoogleDocument> answer = send(path, request);
                if (answer instanceof ProviderAnswer.RateLimited<GoogleDocument>(Instant until)) {
                    buckets.refused(NAME, until);
                }
                yield answer;
            }
        };
    }

    private ProviderAnswer<GoogleDocument> send(String path, HttpRequest request) {
        return switch (http.send(request)) {
            case Exchange.Answered(HttpResponse<byte[]> response) -> answer(path, response);
            case Exchange.Failed(String reason) -> unavailable(reason);
        };
    }

    private ProviderAnswer<GoogleDocument> answer(String path, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new ProviderAnswer.Given<>(
                    new GoogleDocument(
                            path,
                            status,
                            response.headers().firstValue("Content-Type").orElse(null),
                            clock.instant(),
                            response.body()));
        }
        Said said = GoogleErrors.said(response.body());
        String reason = (status + " " + said.words()).strip();
        return switch (status) {
            case 401 -> new ProviderAnswer.TokenRefused<>(reason);
            case 403 -> new ProviderAnswer.Forbidden<>(reason);
            case 404 -> new ProviderAnswer.Absent<>(reason);
            case 429 -> new ProviderAnswer.RateLimited<>(clock.instant().plus(pause(response)));
            // 408: it has waited for us too long. 412: no profile at Google Health yet.
            case 408, 412 -> unavailable(reason);
            default ->
                    status >= 400 && status < 500 && !said.isNotLinked()
                            ? new ProviderAnswer.Rejected<>(reason)
                            : unavailable(reason);
        };
    }

    /** {@code Retry-After} is not documented, but honoured where it stands. */
    private Duration pause(HttpResponse<byte[]> response) {
        Optional<Duration> told =
                response.headers()
                        .firstValue("Retry-After")
                        .map(String::strip)
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .filter(wait -> !wait.isZero() && wait.compareTo(LONGEST_WAIT) <= 0);
        return told.orElse(config.rateLimitPause());
    }

    private static ProviderAnswer<GoogleDocument> unavailable(String reason) {
        return new ProviderAnswer.Unavailable<>(reason);
    }
}
