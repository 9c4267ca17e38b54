package io.pulseline.pipeline.run;

import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.Lookup;
import java.util.List;

/** Answers what boosters look up. */
@FunctionalInterface
interface Memory {
    /** Knows nothing: for boosters that look nothing up. */
    Memory NONE =
            (background, lookups) -> {
                if (!lookups.isEmpty()) {
                    throw new IllegalStateException("nobody can look up " + lookups);
                }
                return background;
            };

    /** The same background with the answers; blocks. */
    Background answer(Background background, List<Lookup> lookups);

    /** What the user says of the activity at hand. */
    default Correction correction() {
        return Correction.NONE;
    }
}
