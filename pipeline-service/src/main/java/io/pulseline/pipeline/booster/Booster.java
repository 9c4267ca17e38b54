package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;

/** A booster as one pipeline has configured it. Pure: the same activity gives the same outcome. */
public interface Booster {
    /** Looks at the activity and says what to add; never changes it. */
    BoostOutcome boost(Activity activity);
}
