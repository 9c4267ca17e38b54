package io.pulseline.pipeline.delivery;

import io.pulseline.contracts.Ids;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.target.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be entered in the ledger.
 *
 * @param content what will be sent
 * @param refusal why it is not even tried; null if it is
 */
public record PlannedDelivery(
        UUID target,
        String targetType,
        int position,
        UUID run,
        UUID record,
        long revision,
        EventType event,
        Packed content,
        @Nullable String refusal) {

    /** Always the same for this target and revision, so that planning twice plans once. */
    public UUID id() {
        return Ids.delivery(target, record, revision);
    }

    Delivery entered(Instant now) {
        DeliveryState state =
                refusal == null
                        ? new DeliveryState.Due(now, 0, null)
                        : new DeliveryState.Refused(refusal, 0);
        return new Delivery(
                id(), target, targetType, position, run, record, revision, event, state, null);
    }
}
