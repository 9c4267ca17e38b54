package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.target.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one record on its way to one target.
 *
 * @param id the id under which the target hears of it
 * @param position of the target in its pipeline
 * @param durationMilliseconds of the last attempt; null before the first has ended
 */
public record Delivery(
        UUID id,
        UUID target,
        String targetType,
        int position,
        UUID run,
        UUID record,
        long revision,
        EventType event,
        DeliveryState state,
        @Nullable Long durationMilliseconds) {}
