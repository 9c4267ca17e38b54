package io.pulseline.normalizer.replay;

/**
 * A payload that the present mapping cannot read.
 *
 * @param payloadKind {@code unreadable} where not even that can be told
 * @param reason names fields and limits, never a measurement
 */
record Refusal(String payloadKind, Place payload, String reason) {}
