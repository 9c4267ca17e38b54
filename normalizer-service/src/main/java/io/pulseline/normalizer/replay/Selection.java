package io.pulseline.normalizer.replay;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payloads are asked for.
 *
 * @param user null for everybody's
 * @param kinds empty for all
 * @param from inclusive, in Kafka's time; null for the oldest that is kept
 * @param to exclusive, in Kafka's time; null for the newest there is
 */
record Selection(
        @Nullable UUID user, Set<String> kinds, @Nullable Instant from, @Nullable Instant to) {
    Selection {
        kinds = Set.copyOf(kinds);
    }

    /** Payloads have their user as key, also those that cannot be read. */
    boolean takesKey(@Nullable String key) {
        return user == null || user.toString().equals(key);
    }

    boolean takesKind(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean takesTime(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    @Override
    public String toString() {
        return "%s of %s, stored from %s to %s"
                .formatted(
                        kinds.isEmpty()
                                ? "payloads of all kinds"
                                : String.join(", ", kinds.stream().sorted().toList()) + " payloads",
                        user == null ? "all users" : "user " + user,
                        from == null ? "the beginning" : from,
                        to == null ? "now" : to);
    }
}
