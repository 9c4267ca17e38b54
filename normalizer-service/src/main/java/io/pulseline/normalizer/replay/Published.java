package io.pulseline.normalizer.replay;

import io.pulseline.contracts.ContentHash;
import io.pulseline.normalizer.record.Fields;
import org.apache.avro.specific.SpecificRecord;

/**
 * The newest reading of a record that consumers have.
 *
 * @param contentHash as its producer wrote it
 * @param hashNow of the same content by the present schema, in which a new field is null: not every
 *     new field changes every record
 * @param place where it lies
 */
record Published(long revision, String contentHash, String hashNow, Place place) {
    static Published of(SpecificRecord record, Place place) {
        return new Published(
                revision(record),
                String.valueOf(Fields.get(record, "contentHash")),
                ContentHash.of(record),
                place);
    }

    private static long revision(SpecificRecord record) {
        return Fields.get(record, "revision") instanceof Long revision ? revision : 0;
    }

    boolean says(String hash) {
        return hash.equals(contentHash) || hash.equals(hashNow);
    }

    Published orNewer(Published other) {
        return other.revision > revision ? other : this;
    }
}
