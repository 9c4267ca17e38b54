package io.pulseline.ingest.connection;

import java.time.Instant;
import java.util.function.Function;

/**
 * How one question to a provider ended, in words that hold for every provider.
 *
 * @param <T> what was asked for
 */
public sealed interface ProviderAnswer<T> {
    /** The provider gave it. */
    record Given<T>(T value) implements ProviderAnswer<T> {}

    /** The access token was not accepted (401). */
    record TokenRefused<T>(String reason) implements ProviderAnswer<T> {}

    /** The user has not consented to this, or the application may not have it (403). */
    record Forbidden<T>(String reason) implements ProviderAnswer<T> {}

    /** There is no such thing (404). */
    record Absent<T>(String reason) implements ProviderAnswer<T> {}

    /** The provider does not take the question as it is (any other 4xx): repeating it is no use. */
    record Rejected<T>(String reason) implements ProviderAnswer<T> {}

    /** The provider is gone for good (410). */
    record Gone<T>(String reason) implements ProviderAnswer<T> {}

    /** Nothing more is answered before that time (429). */
    record RateLimited<T>(Instant until) implements ProviderAnswer<T> {}

    /** No usable answer: 5xx, time-out, unreadable. Worth another try later. */
    record Unavailable<T>(String reason) implements ProviderAnswer<T> {}

    /** The same end with another value. */
    default <R> ProviderAnswer<R> then(Function<T, ProviderAnswer<R>> next) {
        return switch (this) {
            case Given<T>(T value) -> next.apply(value);
            case TokenRefused<T>(String reason) -> new TokenRefused<>(reason);
            case Forbidden<T>(String reason) -> new Forbidden<>(reason);
            case Absent<T>(String reason) -> new Absent<>(reason);
            case Rejected<T>(String reason) -> new Rejected<>(reason);
            case Gone<T>(String reason) -> new Gone<>(reason);
            case RateLimited<T>(Instant until) -> new RateLimited<>(until);
            case Unavailable<T>(String reason) -> new Unavailable<>(reason);
        };
    }
}
