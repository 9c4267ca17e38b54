package io.pulseline.pipeline.record;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.database.Packed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity without its series. Still packed: its figures take time.
 *
 * @param json its figures; null where it was kept before there were any
 * @param content all of it where the figures are to be worked out anew, else null
 * @param correction what its user says of it
 */
public record KeptActivity(
        UUID recordId,
        Instant startedAt,
        @Nullable String json,
        @Nullable Packed content,
        Correction correction) {

    static KeptActivity of(Object[] row) {
        byte @Nullable [] content = (byte[]) row[3];
        return new KeptActivity(
                (UUID) row[0],
                (Instant) row[1],
                (String) row[2],
                content == null ? null : Packed.stored(content, (Integer) row[4]),
                KeptCorrection.read((String) row[5]));
    }

    /** As the source gave it, but for what its user corrected. */
    public PastActivity past() {
        ActivityFigures figures = figures();
        return past(figures, figures.title(), figures.activityType());
    }

    /** As a pipeline called it, but for what its user corrected. */
    public PastActivity past(@Nullable String title, String activityType) {
        return past(figures(), title, activityType);
    }

    private PastActivity past(ActivityFigures figures, @Nullable String title, String type) {
        return correction.appliedTo(new PastActivity(recordId, title, type, startedAt, figures));
    }

    /** As they followed from the activity when it was kept, or as they follow now. */
    public ActivityFigures figures() {
        return content == null
                ? KeptFigures.read(requireNonNull(json))
                : ActivityFigures.of(
                        correction.appliedTo(
                                RecordJson.read(
                                        StoredRecord.unpacked(recordId, content), Activity.class)));
    }
}
