package io.pulseline.ingest.connection;

import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.Spending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/** Asks a provider on behalf of a connection, with a token that works. */
@ApplicationScoped
public class AuthorizedCalls {
    private final AccessTokens tokens;
    private final ConnectionStore connections;
    private final Clock clock;

    AuthorizedCalls(AccessTokens tokens, ConnectionStore connections, Clock clock) {
        this.tokens = tokens;
        this.connections = connections;
        this.clock = clock;
    }

    /** How a call for a connection ended. */
    public sealed interface CallOutcome<T> {
        /** The provider was asked and this is its answer; never {@code TokenRefused}. */
        record Answered<T>(ProviderAnswer<T> answer) implements CallOutcome<T> {}

        /** Not asked or not answered: tokens or quota are to be had later. */
        record Later<T>(Instant when, String reason) implements CallOutcome<T> {}

        /** Not asked, or gone for good: the connection needs a new consent and says so. */
        record Ended<T>(String reason) implements CallOutcome<T> {}
    }

    /**
     * Calls once; after a refused token once more with a fresh one. A provider that is gone ends
     * the connection.
     *
     * @param call gets the access token
     */
    public <T> CallOutcome<T> call(UUID connection, Function<String, ProviderAnswer<T>> call) {
        return call(connection, Priority.LIVE, call);
    }

    /**
     * The same for work that is less urgent: it leaves quota to what is more.
     *
     * @param call gets the access token
     */
    public <T> CallOutcome<T> call(
            UUID connection, Priority priority, Function<String, ProviderAnswer<T>> call) {
        Spending.Spent<CallOutcome<T>> spent =
                Spending.of(connection, priority, () -> ask(connection, call));
        return spent.postponed()
                .<CallOutcome<T>>map(postponed -> later(connection, postponed))
                .orElseGet(spent::answer);
    }

    private <T> CallOutcome<T> later(UUID connection, Spending.Postponed postponed) {
        if (postponed.forAll()) {
            connections.hold(connection, rateLimited(postponed));
        }
        return new CallOutcome.Later<>(postponed.until(), postponed.reason());
    }

    private <T> CallOutcome<T> ask(UUID connection, Function<String, ProviderAnswer<T>> call) {
        return switch (tokens.usable(connection)) {
            case AccessAnswer.Later(Instant when, String reason) ->
                    new CallOutcome.Later<>(when, reason);
            case AccessAnswer.Ended(String reason) -> new CallOutcome.Ended<>(reason);
            case AccessAnswer.Usable token -> {
                ProviderAnswer<T> answer = call.apply(token.accessToken());
                yield answer instanceof ProviderAnswer.TokenRefused<T>
                        ? again(connection, token, call)
                        : outcome(connection, token, answer);
            }
        };
    }

    private <T> CallOutcome<T> again(
            UUID connection,
            AccessAnswer.Usable refused,
            Function<String, ProviderAnswer<T>> call) {
        return switch (tokens.insteadOf(connection, refused)) {
            case AccessAnswer.Later(Instant when, String reason) ->
                    new CallOutcome.Later<>(when, reason);
            case AccessAnswer.Ended(String reason) -> new CallOutcome.Ended<>(reason);
            case AccessAnswer.Usable fresh ->
                    outcome(connection, fresh, call.apply(fresh.accessToken()));
        };
    }

    private <T> CallOutcome<T> outcome(
            UUID connection, AccessAnswer.Usable token, ProviderAnswer<T> answer) {
        if (token.refused() > 0 && answer instanceof ProviderAnswer.Given<T>) {
            tokens.accepted(connection);
        }
        return switch (answer) {
            case ProviderAnswer.Gone<T>(String reason) -> {
                connections.needsReauthorization(connection, reason, clock.instant());
                yield new CallOutcome.Ended<>(reason);
            }
            case ProviderAnswer.TokenRefused<T>(String reason) ->
                    tokens.refusedFresh(connection)
                            .<CallOutcome<T>>map(CallOutcome.Ended::new)
                            .orElseGet(() ->
                                    new CallOutcome.Answered<>(
                                            new ProviderAnswer.Unavailable<>(reason)));
            case ProviderAnswer.Given<T> given -> new CallOutcome.Answered<>(given);
            case ProviderAnswer.Forbidden<T> forbidden -> new CallOutcome.Answered<>(forbidden);
            case ProviderAnswer.Absent<T> absent -> new CallOutcome.Answered<>(absent);
            case ProviderAnswer.Rejected<T> rejected -> new CallOutcome.Answered<>(rejected);
            // Its account has met the refusal and says until when.
            case ProviderAnswer.RateLimited<T> limited -> new CallOutcome.Answered<>(limited);
            case ProviderAnswer.Unavailable<T> failed -> new CallOutcome.Answered<>(failed);
        };
    }

    private Condition rateLimited(Spending.Postponed postponed) {
        // By the minute: the provider's word on it moves by seconds with every answer.
        Instant minute = postponed.until().plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        return new Condition(
                Condition.RATE_LIMITED,
                clock.instant(),
                "QUOTA_SPENT",
                "Postponed until " + minute + ": " + postponed.reason() + ". We go on then.",
                minute);
    }
}
