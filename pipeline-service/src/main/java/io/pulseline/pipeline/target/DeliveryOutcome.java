package io.pulseline.pipeline.target;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt at one target ended. */
public sealed interface DeliveryOutcome {

    /**
     * The target has it.
     *
     * @param remoteId the id under which the target keeps it; null if it tells none
     */
    record Accepted(@Nullable String remoteId) implements DeliveryOutcome {
        /** By a target that tells no id. */
        public Accepted() {
            this(null);
        }
    }

    /**
     * Not now; trying again may help.
     *
     * @param retryAfter how long the target asks us to wait at least; null if it does not say
     */
    record Later(String reason, @Nullable Duration retryAfter) implements DeliveryOutcome {
        public Later {
            requireNonNull(reason, "reason is null");
        }

        static Later because(String reason) {
            return new Later(reason, null);
        }
    }

    /** This one never: trying again gives the same answer. */
    record Refused(String reason) implements DeliveryOutcome {
        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }

    /** Nothing ever again: the target is gone, until its owner saves it anew. */
    record Disabled(String reason) implements DeliveryOutcome {
        public Disabled {
            requireNonNull(reason, "reason is null");
        }
    }
}
