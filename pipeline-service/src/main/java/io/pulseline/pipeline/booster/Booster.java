package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import java.util.List;

/**
 * A booster as one pipeline has configured it. Pure: the same activity and the same background give
 * the same outcome.
 */
public interface Booster {
    /**
     * Looks at the activity and says what to add; never changes it. A booster that needs to know
     * more has been made {@link #knowing} it before.
     */
    BoostOutcome boost(Activity activity);

    /** What it wants to know besides this activity; nothing for most. */
    default List<Lookup> lookups(Activity activity) {
        return List.of();
    }

    /**
     * The same booster, knowing all that it wanted to look up. Always called before {@link #boost},
     * also where there was nothing to look up.
     */
    default Booster knowing(Background background) {
        return this;
    }
}
