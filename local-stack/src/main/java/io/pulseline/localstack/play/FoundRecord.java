package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * A record as a consumer knows it after it has read its topic to the end: the highest revision.
 *
 * @param recordId the record's id
 * @param deleted whether the source no longer has it
 * @param content makes all of it, in our JSON: the trees of a person's records together are large
 */
record FoundRecord(String recordId, RecordKey key, boolean deleted, Supplier<JsonNode> content) {
    static FoundRecord of(JsonNode json) {
        return new FoundRecord(
                json.path("recordId").asText(),
                RecordKey.ofRecord(json),
                json.path("deleted").asBoolean(),
                () -> json);
    }
}
