package io.pulseline.pipeline.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Packed;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The latest revision of a metric. Still packed: reading it takes time that grows with it. */
public record KeptMetric(UUID recordId, String recordType, Packed content) {
    static KeptMetric of(RecordRow row) {
        return new KeptMetric(
                row.recordId, row.recordType, Packed.stored(row.content, row.contentBytes));
    }

    /** In our JSON. */
    public JsonNode json() {
        return StoredRecord.unpacked(recordId, content);
    }

    /** As the type that it is. */
    public <T extends SpecificRecord> T as(Class<T> type) {
        return RecordJson.read(json(), type);
    }
}
