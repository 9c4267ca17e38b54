package io.pulseline.pipeline.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The latest revision of an activity as it came, before any booster. Still packed: {@link
 * #activity} takes time that grows with its series.
 */
public record StoredActivity(
        UUID recordId,
        UUID user,
        long revision,
        String contentHash,
        boolean deleted,
        Packed content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredActivity of(RecordRow row) {
        return new StoredActivity(
                row.recordId,
                row.user,
                row.revision,
                row.contentHash,
                row.deleted,
                Packed.stored(row.content, row.contentBytes));
    }

    /** The activity, unpacked. */
    public Activity activity() {
        return unpacked(recordId, content);
    }

    static Activity unpacked(UUID recordId, Packed content) {
        try {
            return RecordJson.read(JSON.readTree(content.plain()), Activity.class);
        } catch (IOException e) {
            throw new UncheckedIOException("stored record " + recordId + " is not our JSON", e);
        }
    }
}
