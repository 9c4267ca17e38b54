package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt has led.
 *
 * @param lease under which it was made
 * @param next where the delivery goes, as the attempt alone decides it
 * @param past the attempt, as it is remembered
 * @param isCounted whether it takes its place in the schedule of attempts
 * @param isHeld whether the delivery waits until its target is in use again
 * @param progress what the next attempt must know; null for nothing
 */
public record Settlement(
        UUID delivery,
        UUID run,
        DeliveryState.Leased lease,
        DeliveryState next,
        PastAttempt past,
        boolean isCounted,
        boolean isHeld,
        @Nullable String progress) {

    /** What an outcome means for a delivery. */
    static Settlement of(
            ClaimedDelivery claimed,
            DeliveryOutcome outcome,
            long durationMilliseconds,
            Instant now,
            RetrySchedule schedule) {
        DeliveryState.Leased lease = claimed.lease();
        DeliveryState next =
                lease.after(remembered(claimed, outcome), now, schedule, claimed.uncounted());
        boolean isFree =
                outcome instanceof DeliveryOutcome.Postponed
                        || outcome instanceof DeliveryOutcome.Paused;
        return new Settlement(
                claimed.delivery().id(),
                claimed.delivery().run(),
                lease,
                next,
                PastAttempt.endedIn(next, outcome.heard(), durationMilliseconds, now),
                !isFree,
                outcome instanceof DeliveryOutcome.Paused,
                outcome instanceof DeliveryOutcome.Postponed(_, _, String progress)
                        ? progress
                        : claimed.progress());
    }

    /** A target that tells the id only once has it under that id for good. */
    private static DeliveryOutcome remembered(ClaimedDelivery claimed, DeliveryOutcome outcome) {
        return outcome instanceof DeliveryOutcome.Accepted(String told, _)
                        && told == null
                        && claimed.delivery().event() != EventType.DELETED
                ? new DeliveryOutcome.Accepted(claimed.remoteId(), outcome.heard())
                : outcome;
    }
}
