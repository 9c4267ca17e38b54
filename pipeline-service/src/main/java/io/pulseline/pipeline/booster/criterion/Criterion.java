package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;

/**
 * One question about an activity. Pure; every booster that asks about activities asks with these.
 */
public interface Criterion {
    /** The answer for this activity. */
    Verdict judge(Activity activity);

    /**
     * What is asked, as a clause that may follow "if": {@code the title contains "hill"}. It tells
     * the setting, never the measurement.
     */
    String asked();
}
