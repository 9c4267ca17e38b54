package io.pulseline.normalizer.record;

import io.pulseline.contracts.source.PayloadCaptured;

/** Reads the payloads of one provider and kind. Without state: same payload, same bytes. */
public interface PayloadMapper {
    /** Provider whose payloads it reads, as {@code PayloadCaptured.provider} spells it. */
    String provider();

    /** Kind of payload it reads, as {@code PayloadCaptured.kind} spells it. */
    String kind();

    /**
     * The record in a payload.
     *
     * @throws UnmappableException if there is none and never will be
     * @throws io.pulseline.contracts.wire.UndecodableException if a part cannot be unpacked
     */
    MappedActivity map(PayloadCaptured payload);

    /** A made-up payload that takes the whole way through this mapper; it is never published. */
    PayloadCaptured rehearsal();
}
