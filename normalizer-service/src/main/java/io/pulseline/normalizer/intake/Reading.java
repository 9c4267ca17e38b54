package io.pulseline.normalizer.intake;

import io.pulseline.normalizer.record.Oddity;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What became of one payload. An outage is none of these: then there is no reading yet. */
sealed interface Reading {
    /**
     * A record, ready to be sent.
     *
     * @param key the user's id
     * @param oddities what was left out or settled by a rule
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to Kafka, never compared
    record Mapped(String key, byte[] value, RecordHeaders headers, Map<Oddity, Integer> oddities)
            implements Reading {}

    /**
     * Nothing, now and for ever.
     *
     * @param why one word for counters
     * @param reason a sentence for the operator; no measurement in it
     */
    record Refused(Why why, String reason) implements Reading {}

    /** Why a payload is refused. */
    enum Why {
        UNDECODABLE,
        UNMAPPABLE,
        TOO_LARGE,
        MAPPER_FAILED
    }
}
