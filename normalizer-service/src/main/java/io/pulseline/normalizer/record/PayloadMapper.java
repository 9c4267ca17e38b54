package io.pulseline.normalizer.record;

import io.pulseline.contracts.source.PayloadCaptured;
import java.util.List;

/** Reads the payloads of one provider and kind. Without state: same payload, same bytes. */
public interface PayloadMapper {
    /** Provider whose payloads it reads, as {@code PayloadCaptured.provider} spells it. */
    String provider();

    /** Kind of payload it reads, as {@code PayloadCaptured.kind} spells it. */
    String kind();

    /**
     * The records in a payload.
     *
     * @throws UnmappableException if it cannot be read and never will be
     * @throws io.pulseline.contracts.wire.UndecodableException if a part cannot be unpacked
     */
    Mapping map(PayloadCaptured payload);

    /** The provider's answers that hold what this mapper reads, for people who have one at hand. */
    List<AnswerShape> answers();

    /**
     * The payloads that ingest would make of a whole answer.
     *
     * @throws UnmappableException if it is none of {@link #answers()}, or says no date where one is
     *     needed
     */
    List<PayloadCaptured> payloadsOf(Answer answer);

    /** A made-up payload that takes the whole way through this mapper; it is never published. */
    PayloadCaptured rehearsal();
}
