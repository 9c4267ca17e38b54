package io.pulseline.normalizer.record;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record, complete, with id, revision and hash.
 *
 * @param record of the kind's class
 * @param happenedAt when the thing that the record tells of happened: its end, because only then
 *     was there something to tell; the capture time where its own times are gone or not known
 */
public record MappedRecord(RecordKind kind, SpecificRecord record, Instant happenedAt) {
    /** The user it belongs to, a UUID as text. */
    public String user() {
        return String.valueOf(Fields.get(record, "user"));
    }

    /** Its id, the same for every reading of the thing. */
    public UUID recordId() {
        return UUID.fromString(String.valueOf(Fields.get(record, "recordId")));
    }

    /** Orders this reading among all of the thing. */
    public long revision() {
        return Fields.get(record, "revision") instanceof Long revision ? revision : 0;
    }

    /** Equal for all readings that say the same. */
    public String contentHash() {
        return String.valueOf(Fields.get(record, "contentHash"));
    }
}
