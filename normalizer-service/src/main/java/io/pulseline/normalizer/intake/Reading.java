package io.pulseline.normalizer.intake;

import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What became of one payload. An outage is none of these: then there is no reading yet. */
public sealed interface Reading {
    /**
     * Records, ready to be sent in this order.
     *
     * @param mapping what they were before they became bytes, in the same order
     */
    record Mapped(List<Outgoing> records, Mapping mapping) implements Reading {
        public Mapped {
            records = List.copyOf(records);
        }

        /** What was left out or settled by a rule. */
        Map<Oddity, Integer> oddities() {
            return mapping.oddities();
        }
    }

    /**
     * One record on its way.
     *
     * @param key the user's id
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to Kafka, never compared
    record Outgoing(String topic, String key, byte[] value, RecordHeaders headers) {}

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
