package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.Packed;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is ours to send.
 *
 * @param delivery with the lease in it
 * @param lease its state; to be handed back when settling
 * @param content what to send
 * @param uncounted attempts so far that take nothing from the schedule
 * @param remoteId under which its target keeps what it was last sent of the record; null if it has
 *     nothing of it, or told no id
 * @param progress what the last attempt left; null for nothing
 */
public record ClaimedDelivery(
        Delivery delivery,
        DeliveryState.Leased lease,
        Packed content,
        int uncounted,
        @Nullable String remoteId,
        @Nullable String progress) {}
