package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.target.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be entered in the ledger.
 *
 * @param id its own, so that planning twice plans once; that of an earlier pass if it says the same
 * @param pass how often its run had gone through the pipeline with this revision before
 * @param fingerprint equal for what says the same
 * @param content what will be sent
 * @param refusal why it is not even tried; null if it is
 * @param sparing why its target does without it; null if it does not
 * @param footprint what of it may come back; null for a deletion
 * @param inOrder whether its target wants one after the other
 */
public record PlannedDelivery(
        UUID id,
        UUID target,
        String targetType,
        int position,
        UUID run,
        UUID record,
        long revision,
        int pass,
        EventType event,
        String fingerprint,
        Packed content,
        @Nullable String refusal,
        @Nullable String sparing,
        @Nullable Footprint footprint,
        boolean inOrder) {

    Delivery entered(Instant now) {
        return new Delivery(
                id,
                target,
                targetType,
                position,
                run,
                record,
                revision,
                pass,
                event,
                fingerprint,
                begun(now, 0),
                null,
                now,
                List.of());
    }

    /**
     * Where it begins.
     *
     * @param attempts made before, in earlier passes
     */
    public DeliveryState begun(Instant now, int attempts) {
        if (sparing != null) {
            return new DeliveryState.Skipped(sparing, attempts);
        }
        return refusal == null
                ? new DeliveryState.Due(now, attempts, null)
                : new DeliveryState.Refused(refusal, attempts);
    }
}
