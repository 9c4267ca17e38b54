package io.pulseline.pipeline.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.database.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision of a record as it came, before any booster. Still packed: {@link #activity}
 * and {@link #json} take time that grows with its series.
 *
 * @param recordType one of {@link RecordType}
 * @param startedAt null for a dated record, and for a deleted one of which it is not known
 * @param endedAt null where {@code startedAt} is
 * @param correction what its user says of it; of metrics there is none
 */
public record StoredRecord(
        UUID recordId,
        UUID user,
        String recordType,
        long revision,
        String contentHash,
        boolean deleted,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Packed content,
        Correction correction) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredRecord of(RecordRow row, Correction correction) {
        return new StoredRecord(
                row.recordId,
                row.user,
                row.recordType,
                row.revision,
                row.contentHash,
                row.deleted,
                row.startedAt,
                row.endedAt,
                Packed.stored(row.content, row.contentBytes),
                correction);
    }

    /** True for an activity, false for any metric. */
    public boolean isActivity() {
        return recordType.equals(RecordType.ACTIVITY);
    }

    /** The activity, unpacked; to be asked of activities only. */
    public Activity activity() {
        return RecordJson.read(json(), Activity.class);
    }

    /** In our JSON, unpacked. */
    public JsonNode json() {
        return unpacked(recordId, content);
    }

    static JsonNode unpacked(UUID recordId, Packed content) {
        try {
            return JSON.readTree(content.plain());
        } catch (IOException e) {
            throw new UncheckedIOException("stored record " + recordId + " is not our JSON", e);
        }
    }
}
