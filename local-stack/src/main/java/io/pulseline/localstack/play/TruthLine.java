package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * One record as it must be on its topic now, from the life that the simulator invented.
 *
 * @param recordType one of {@code OpenSets.RecordType}
 * @param key what it is of: a log, an hour of a date, or a date
 * @param fields everything the line says, by the field names of our records
 */
record TruthLine(String recordType, RecordKey key, JsonNode fields) {
    /** What says whose and which it is, and is no field of a record. */
    static final Set<String> NO_RECORD_FIELDS = Set.of("recordType", "owner", "logId");

    /** Whether it was there and must not be there any more. */
    boolean isGone() {
        return fields.path("deleted").asBoolean();
    }

    static TruthLine of(JsonNode line) {
        String recordType = line.path("recordType").asText();
        if (recordType.isEmpty()) {
            throw new IllegalArgumentException("a line of the truth has no recordType");
        }
        return new TruthLine(recordType, RecordKey.ofTruth(line), line);
    }
}
