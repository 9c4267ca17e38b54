package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one booster ended. Only the runner acts on it. */
public sealed interface BoostOutcome {

    /**
     * Something was added.
     *
     * @param title new title; null leaves it
     * @param activityType new type; null leaves it
     * @param text for people, a part of the description; null for none
     * @param values for machines; the unit stands in the name
     */
    record Added(
            @Nullable String title,
            @Nullable String activityType,
            @Nullable String text,
            Map<String, Double> values)
            implements BoostOutcome {
        public Added {
            // Sorted, so that the same boost gives the same bytes.
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        static Added type(String activityType) {
            return new Added(null, activityType, null, Map.of());
        }

        static Added findings(@Nullable String text, Map<String, Double> values) {
            return new Added(null, null, text, values);
        }
    }

    /** Nothing to add, and that is fine. */
    record Skipped(String reason) implements BoostOutcome {
        public Skipped {
            requireNonNull(reason, "reason is null");
        }
    }

    /** Something needed is not there yet: ask again at {@code when}. */
    record Later(Instant when, String reason) implements BoostOutcome {
        public Later {
            requireNonNull(when, "when is null");
            requireNonNull(reason, "reason is null");
        }
    }

    /** The user does not want this activity to go on. */
    record Halted(String reason) implements BoostOutcome {
        public Halted {
            requireNonNull(reason, "reason is null");
        }
    }

    /** It broke; the other boosters and the targets go on without it. */
    record Failed(String reason) implements BoostOutcome {
        public Failed {
            requireNonNull(reason, "reason is null");
        }
    }
}
