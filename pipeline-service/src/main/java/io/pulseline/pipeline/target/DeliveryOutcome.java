package io.pulseline.pipeline.target;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt at one target ended. Reasons are for people, and hold no secret or value. */
public sealed interface DeliveryOutcome {

    /** What the target answered; null if it did not, or does not speak HTTP. */
    @Nullable Heard heard();

    /**
     * The target has it.
     *
     * @param remoteId the id under which the target keeps it; null if it tells none
     */
    record Accepted(@Nullable String remoteId, @Nullable Heard heard) implements DeliveryOutcome {
        /** Without the words of the answer. */
        public Accepted(@Nullable String remoteId) {
            this(remoteId, null);
        }

        /** By a target that tells no id. */
        public Accepted() {
            this(null, null);
        }
    }

    /**
     * Not now; trying again may help.
     *
     * @param retryAfter how long the target asks us to wait at least; null if it does not say
     */
    record Later(String reason, @Nullable Duration retryAfter, @Nullable Heard heard)
            implements DeliveryOutcome {
        public Later {
            requireNonNull(reason, "reason is null");
        }

        /** Without the words of the answer. */
        public Later(String reason, @Nullable Duration retryAfter) {
            this(reason, retryAfter, null);
        }

        /** The target does not say how long. */
        public static Later because(String reason) {
            return new Later(reason, null);
        }
    }

    /**
     * Nothing has failed: to be asked again then. It takes nothing from the schedule of attempts.
     *
     * @param progress what the next attempt must know; null to forget what there was
     */
    record Postponed(String reason, Duration after, @Nullable String progress)
            implements DeliveryOutcome {
        public Postponed {
            requireNonNull(reason, "reason is null");
            requireNonNull(after, "after is null");
        }

        @Override
        public @Nullable Heard heard() {
            return null;
        }
    }

    /** This one never: trying again gives the same answer. */
    record Refused(String reason, @Nullable Heard heard) implements DeliveryOutcome {
        public Refused {
            requireNonNull(reason, "reason is null");
        }

        /** Without the words of an answer. */
        public Refused(String reason) {
            this(reason, null);
        }
    }

    /** The target does not know us: it rests until its user has seen to it; nothing is lost. */
    record Paused(String reason, @Nullable Heard heard) implements DeliveryOutcome {
        public Paused {
            requireNonNull(reason, "reason is null");
        }

        /** Without the words of an answer. */
        public Paused(String reason) {
            this(reason, null);
        }
    }

    /** Nothing ever again: the target is gone, until its owner saves it anew. */
    record Disabled(String reason, @Nullable Heard heard) implements DeliveryOutcome {
        public Disabled {
            requireNonNull(reason, "reason is null");
        }

        /** Without the words of an answer. */
        public Disabled(String reason) {
            this(reason, null);
        }
    }
}
