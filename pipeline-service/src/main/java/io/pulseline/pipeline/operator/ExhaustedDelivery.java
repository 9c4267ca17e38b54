package io.pulseline.pipeline.operator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was given up after its last attempt; only its user can send it again.
 *
 * @param reason of the last attempt; null if it told none
 * @param user whose it is; null where the run is gone
 */
public record ExhaustedDelivery(
        UUID deliveryId,
        String targetType,
        Instant exhaustedAt,
        @Nullable String reason,
        @Nullable UUID user,
        UUID runId) {}
