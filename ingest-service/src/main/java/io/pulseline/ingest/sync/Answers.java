package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ProviderAnswer;
import java.util.Map;

/** What an answer that brings nothing means for a range of dates. */
final class Answers {
    private Answers() {}

    /**
     * The outcome of an answer that is not {@code Given}.
     *
     * @throws IllegalArgumentException if it is
     */
    static ReadOutcome outcome(ProviderAnswer<?> answer) {
        return switch (answer) {
            case ProviderAnswer.Given<?> _ ->
                    throw new IllegalArgumentException("this answer brings something");
            case ProviderAnswer.Forbidden<?>(String reason) -> new ReadOutcome.Refused(reason);
            case ProviderAnswer.Absent<?>(String reason) -> new ReadOutcome.Absent(reason);
            case ProviderAnswer.Rejected<?>(String reason) -> new ReadOutcome.Absent(reason);
            case ProviderAnswer.Unavailable<?>(String reason) -> new ReadOutcome.Failed(reason);
            // The asker and the authorized call keep these to themselves.
            case ProviderAnswer.TokenRefused<?>(String reason) -> new ReadOutcome.Failed(reason);
            case ProviderAnswer.Gone<?>(String reason) -> new ReadOutcome.Refused(reason);
            case ProviderAnswer.RateLimited<?> _ -> new ReadOutcome.Postponed();
        };
    }

    /**
     * The value that must be there.
     *
     * @throws IllegalStateException if it is not
     */
    static <K, V> V present(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing at " + key);
        }
        return value;
    }
}
