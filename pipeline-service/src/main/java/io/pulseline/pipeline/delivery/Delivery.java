package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.target.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one record on its way to one target.
 *
 * @param id the id under which the target hears of it
 * @param position of the target in its pipeline
 * @param pass the latest pass of its run that it belongs to, see {@link PlannedDelivery}
 * @param fingerprint of what it says; null if it was entered before there were any
 * @param durationMilliseconds of the last attempt; null before the first has ended
 * @param past attempts that have ended, oldest first; the latest 50
 */
public record Delivery(
        UUID id,
        UUID target,
        String targetType,
        int position,
        UUID run,
        UUID record,
        long revision,
        int pass,
        EventType event,
        @Nullable String fingerprint,
        DeliveryState state,
        @Nullable Long durationMilliseconds,
        Instant changedAt,
        List<PastAttempt> past) {
    public Delivery {
        past = List.copyOf(past);
    }

    /** True if it belongs to this pass of this revision. */
    public boolean isOf(long someRevision, int somePass) {
        return revision == someRevision && pass == somePass;
    }
}
