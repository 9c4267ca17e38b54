package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.Packed;

/**
 * A delivery that is ours to send.
 *
 * @param delivery with the lease in it
 * @param lease its state; to be handed back when settling
 * @param content what to send
 */
public record ClaimedDelivery(Delivery delivery, DeliveryState.Leased lease, Packed content) {}
