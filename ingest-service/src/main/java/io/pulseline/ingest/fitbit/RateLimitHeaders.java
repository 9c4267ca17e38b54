package io.pulseline.ingest.fitbit;

import io.pulseline.ingest.budget.HeaderView;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What Fitbit tells of a user's quota beside each answer. */
final class RateLimitHeaders {
    private RateLimitHeaders() {}

    /**
     * Empty if a header is missing or makes no sense.
     *
     * @param header a response header by name, case does not matter
     * @param now when the answer came
     * @param count our own count when its request was granted
     */
    static Optional<HeaderView> view(
            Function<String, Optional<String>> header, Instant now, int count) {
        Optional<Integer> allowance = number(header, "Fitbit-Rate-Limit-Limit");
        Optional<Integer> remaining = number(header, "Fitbit-Rate-Limit-Remaining");
        Optional<Integer> reset = number(header, "Fitbit-Rate-Limit-Reset");
        if (allowance.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
            return Optional.empty();
        }
        boolean sensible = allowance.get() > 0 && reset.get() <= RateLimitReset.LONGEST.toSeconds();
        return sensible
                ? Optional.of(
                        new HeaderView(
                                allowance.get(),
                                remaining.get(),
                                now.plusSeconds(reset.get()),
                                now,
                                count))
                : Optional.empty();
    }

    private static Optional<Integer> number(
            Function<String, Optional<String>> header, String name) {
        return header.apply(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt);
    }
}
