package io.pulseline.ingest.fitbit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * When Fitbit answers again after a 429: its own header first, then {@code Retry-After} (both in
 * seconds), else the next full hour, when the budget is renewed.
 */
final class RateLimitReset {
    /** A longer wait is a misunderstanding. */
    static final Duration LONGEST = Duration.ofHours(2);

    private RateLimitReset() {}

    /**
     * The time to ask again.
     *
     * @param header a response header by name, case does not matter
     * @param margin added in any case
     */
    static Instant after(Instant now, Function<String, Optional<String>> header, Duration margin) {
        return seconds(header.apply("Fitbit-Rate-Limit-Reset"))
                .or(() -> seconds(header.apply("Retry-After")))
                .map(now::plus)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                .plus(margin);
    }

    private static Optional<Duration> seconds(Optional<String> value) {
        return value.map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(wait -> wait.compareTo(LONGEST) <= 0);
    }
}
