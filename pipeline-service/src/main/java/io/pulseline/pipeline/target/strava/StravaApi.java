package io.pulseline.pipeline.target.strava;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import io.pulseline.pipeline.target.http.Multipart;
import io.pulseline.pipeline.target.strava.StravaTokens.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Strava's API v3 that we need, for one user each: with a token, within both rate
 * limits, over HTTP/1.1. All calls block.
 */
@ApplicationScoped
class StravaApi {
    static final String WHOSE = "Strava";

    private static final String AGAIN =
            "Strava wants to be connected again: /targets/strava/connect";
    private static final String SPENT = "Strava's rate limit for our application is used up";
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final HttpCaller http;
    private final StravaTokens tokens;
    private final StravaBudget budget;
    private final Clock clock;
    private final String base;

    StravaApi(
            HttpCaller http,
            StravaTokens tokens,
            StravaBudget budget,
            StravaSettings settings,
            Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.budget = budget;
        this.clock = clock;
        this.base = settings.apiUrl().toString().replaceAll("/+$", "");
    }

    /** How a call ended. */
    sealed interface Reply {
        /** Strava said something about the matter, be it no. */
        record Answered(HttpAnswer.Received answer) implements Reply {}

        /** It did not come to that. */
        record Stopped(DeliveryOutcome outcome) implements Reply {}
    }

    /**
     * Who asks, and what must not be forgotten if it comes to nothing.
     *
     * @param progress of the delivery; null for none
     */
    record Asking(UUID user, @Nullable String progress) {}

    /** Uploads a file; {@code fit} is the only type we send. */
    Reply upload(Asking asking, StravaContent content) {
        Multipart form =
                Multipart.form()
                        .field("data_type", "fit")
                        .field("external_id", content.externalId());
        if (!content.name().isEmpty()) {
            form.field("name", content.name());
        }
        if (!content.description().isEmpty()) {
            form.field("description", content.description());
        }
        if (Boolean.TRUE.equals(content.trainer())) {
            form.field("trainer", "1");
        }
        form.file(
                "file", content.externalId() + ".fit", "application/octet-stream", content.file());
        return call(asking, true, HttpCall.post(at("/uploads"), form.contentType(), form.bytes()));
    }

    /** Asks what became of an upload. */
    Reply poll(Asking asking, String upload) {
        return call(asking, false, HttpCall.get(at("/uploads/" + upload)));
    }

    /** Changes an activity. */
    Reply change(Asking asking, String activity, byte[] change) {
        return call(
                asking,
                false,
                HttpCall.put(at("/activities/" + activity), "application/json", change));
    }

    /** Asks who the user is. */
    Reply athlete(UUID user) {
        return call(new Asking(user, null), false, HttpCall.get(at("/athlete")));
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private Reply call(Asking asking, boolean isUpload, HttpCall call) {
        Access access = tokens.current(asking.user());
        if (!(access instanceof Access.Usable usable)) {
            return withoutToken(access, asking);
        }
        Reply first = called(asking, isUpload, call, usable);
        if (!isUnauthorized(first)) {
            return first;
        }
        Access other = tokens.insteadOf(asking.user(), usable);
        if (!(other instanceof Access.Usable renewed)) {
            return withoutToken(other, asking);
        }
        Reply second = called(asking, isUpload, call, renewed);
        return isUnauthorized(second) && second instanceof Reply.Answered(var answer)
                ? new Reply.Stopped(new DeliveryOutcome.Paused(AGAIN, HttpOutcomes.heard(answer)))
                : second;
    }

    private static boolean isUnauthorized(Reply reply) {
        return reply instanceof Reply.Answered(var answer) && answer.status() == UNAUTHORIZED;
    }

    private static Reply withoutToken(Access access, Asking asking) {
        return new Reply.Stopped(
                switch (access) {
                    case Access.Usable _ -> throw new IllegalStateException("there is a token");
                    case Access.Soon(String reason, Duration after) ->
                            new DeliveryOutcome.Postponed(reason, after, asking.progress());
                    case Access.Later(String reason, var after) ->
                            new DeliveryOutcome.Later(reason, after);
                    case Access.None(String reason) -> new DeliveryOutcome.Paused(reason);
                });
    }

    private Reply called(Asking asking, boolean isUpload, HttpCall call, Access.Usable access) {
        Optional<Duration> wait = budget.take(isUpload);
        if (wait.isPresent()) {
            return spent(asking, wait.get());
        }
        Instant askedAt = clock.instant();
        HttpAnswer answer =
                http.call(
                        call.header("Authorization", "Bearer " + access.token())
                                .header("Accept", "application/json")
                                .header("User-Agent", "Pulseline")
                                .fromOperator());
        if (!(answer instanceof HttpAnswer.Received received)) {
            return new Reply.Stopped(HttpOutcomes.of(answer, WHOSE, askedAt));
        }
        budget.learn(received, askedAt);
        return received.status() == TOO_MANY
                ? spent(asking, budget.refused(isUpload))
                : new Reply.Answered(received);
    }

    private static Reply spent(Asking asking, Duration wait) {
        return new Reply.Stopped(new DeliveryOutcome.Postponed(SPENT, wait, asking.progress()));
    }
}
