package io.pulseline.ingest.sync;

import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.AuthorizedCalls.CallOutcome;
import io.pulseline.ingest.connection.ProviderAnswer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider during one pass, and stops asking once it is told to wait: a rate limit or
 * tokens on their way hold for every question after. Lives as long as its pass.
 */
public final class Asker {
    private final AuthorizedCalls calls;
    private final UUID connection;
    private @Nullable Instant held;
    private @Nullable Instant limited;
    private final Priority priority;
    private @Nullable String why;
    private int asked;
    private @Nullable String ended;

    /**
     * For one connection and one pass.
     *
     * @param notBefore from an earlier pass; null if it may ask at once
     */
    public Asker(AuthorizedCalls calls, UUID connection, @Nullable Instant notBefore) {
        this(calls, connection, Priority.LIVE, notBefore);
    }

    /**
     * For work that is less urgent than live data.
     *
     * @param notBefore from an earlier pass; null if it may ask at once
     */
    public Asker(
            AuthorizedCalls calls,
            UUID connection,
            Priority priority,
            @Nullable Instant notBefore) {
        this.calls = calls;
        this.connection = connection;
        this.held = notBefore;
        this.priority = priority;
    }

    /** Empty if the question was not asked or the answer is to wait. */
    public <T> Optional<ProviderAnswer<T>> ask(Function<String, ProviderAnswer<T>> question) {
        return ask(priority, question);
    }

    /**
     * Asks for what has been there to be read for long. Where the share of the quota for such
     * questions is spent, only the present kind waits: live data of the others go on.
     *
     * @return empty if the question was not asked or the answer is to wait
     */
    <T> Optional<ProviderAnswer<T>> askLate(Function<String, ProviderAnswer<T>> question) {
        return ask(priority == Priority.LIVE ? Priority.LATE : priority, question);
    }

    private <T> Optional<ProviderAnswer<T>> ask(
            Priority urgency, Function<String, ProviderAnswer<T>> question) {
        if (!mayAsk()) {
            return Optional.empty();
        }
        asked++;
        return switch (calls.call(connection, urgency, question)) {
            case CallOutcome.Later<T>(Instant when, String reason) -> {
                why = reason;
                if (urgency == priority) {
                    yield waitUntil(when);
                }
                held = when;
                yield Optional.empty();
            }
            case CallOutcome.Ended<T>(String reason) -> {
                ended = reason;
                yield Optional.empty();
            }
            case CallOutcome.Answered<T>(ProviderAnswer<T> answer) ->
                    answer instanceof ProviderAnswer.RateLimited<T>(Instant until)
                            ? refusedUntil(until)
                            : Optional.of(answer);
        };
    }

    private <T> Optional<ProviderAnswer<T>> refusedUntil(Instant when) {
        if (why == null) {
            why = "the provider takes no more requests for now";
        }
        return waitUntil(when);
    }

    private <T> Optional<ProviderAnswer<T>> waitUntil(Instant when) {
        limited = when;
        return Optional.empty();
    }

    /**
     * The next kind of the pass begins. What the provider said of all requests still holds; what
     * held the kind before does not.
     *
     * @param notBefore from an earlier pass over this kind; null if it may ask at once
     */
    public void beginKind(@Nullable Instant notBefore) {
        held = notBefore;
        if (limited == null) {
            why = null;
        }
    }

    /** Asks nothing for the present kind before then. */
    void pause(Instant until) {
        held = until;
    }

    /** Whether anything may be asked now. */
    public boolean mayAsk() {
        return held == null && limited == null && ended == null;
    }

    /** How many questions were asked so far. */
    int asked() {
        return asked;
    }

    /** When to ask again; null if nothing speaks against asking. */
    public @Nullable Instant notBefore() {
        if (held == null || limited == null) {
            return held == null ? limited : held;
        }
        return held.isAfter(limited) ? held : limited;
    }

    /** Why it must wait, for people: "Fitbit quota spent"; empty if nothing was told. */
    public Optional<String> why() {
        return Optional.ofNullable(why);
    }

    /** Why the connection needs a new consent, if it does. */
    public Optional<String> ended() {
        return Optional.ofNullable(ended);
    }
}
