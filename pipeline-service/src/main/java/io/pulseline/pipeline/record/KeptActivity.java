package io.pulseline.pipeline.record;

import io.pulseline.pipeline.booster.past.ActivityFigures;
import java.time.Instant;
import java.util.UUID;

/**
 * An activity without its series. Still a text: {@link #figures} takes time.
 *
 * @param json its figures
 */
public record KeptActivity(UUID recordId, Instant startedAt, String json) {
    static KeptActivity of(Object[] row) {
        return new KeptActivity((UUID) row[0], (Instant) row[1], (String) row[2]);
    }

    /** As they followed from the activity when it was kept. */
    public ActivityFigures figures() {
        return KeptFigures.read(json);
    }
}
