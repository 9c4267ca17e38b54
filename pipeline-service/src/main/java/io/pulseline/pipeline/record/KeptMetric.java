package io.pulseline.pipeline.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The latest revision of a metric. Still packed: reading it takes time that grows with it. */
public record KeptMetric(UUID recordId, String recordType, Packed content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static KeptMetric of(RecordRow row) {
        return new KeptMetric(
                row.recordId, row.recordType, Packed.stored(row.content, row.contentBytes));
    }

    /** In our JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(content.plain());
        } catch (IOException e) {
            throw new UncheckedIOException("stored record " + recordId + " is not our JSON", e);
        }
    }

    /** As the type that it is. */
    public <T extends SpecificRecord> T as(Class<T> type) {
        return RecordJson.read(json(), type);
    }
}
