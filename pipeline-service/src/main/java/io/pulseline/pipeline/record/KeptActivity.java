package io.pulseline.pipeline.record;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.database.Packed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity without its series. Still packed: {@link #figures} takes time.
 *
 * @param json its figures; null where it was kept before there were any
 * @param content all of it where there are no figures, else null
 */
public record KeptActivity(
        UUID recordId, Instant startedAt, @Nullable String json, @Nullable Packed content) {

    static KeptActivity of(Object[] row) {
        byte @Nullable [] content = (byte[]) row[3];
        return new KeptActivity(
                (UUID) row[0],
                (Instant) row[1],
                (String) row[2],
                content == null ? null : Packed.stored(content, (Integer) row[4]));
    }

    /** As they followed from the activity when it was kept, or as they follow now. */
    public ActivityFigures figures() {
        return json != null
                ? KeptFigures.read(json)
                : ActivityFigures.of(
                        RecordJson.read(
                                StoredRecord.unpacked(recordId, requireNonNull(content)),
                                Activity.class));
    }
}
