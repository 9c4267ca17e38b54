package io.pulseline.pipeline.operator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decided on a dead letter.
 *
 * @param reason in the operator's words; null for a redrive
 * @param by user id; null of somebody who has been erased
 * @param doneAt when it was done; null of a redrive that is under way, or was when its process died
 */
public record Decision(
        Kind kind,
        @Nullable String reason,
        @Nullable UUID by,
        Instant at,
        @Nullable Instant doneAt) {
    /** What may be decided. */
    public enum Kind {
        /** Sent again to where it came from. */
        REDRIVEN,
        /** Left to go when retention ends. */
        DISCARDED
    }
}
