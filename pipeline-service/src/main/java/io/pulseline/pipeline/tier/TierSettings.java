package io.pulseline.pipeline.tier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Whether there are tiers, and what they include. */
@ConfigMapping(prefix = "pulseline.tiers")
interface TierSettings {
    /** Off: every part may be used by everybody, and nothing is counted. */
    @WithDefault("false")
    boolean enabled();

    /** Activities that may go through in a calendar month (UTC). */
    MonthlyActivities monthlyActivities();

    /** One limit for each tier: a number from 1 on, or {@code unlimited}. */
    interface MonthlyActivities {
        /** Of everybody who was given nothing else. */
        @WithDefault("25")
        @WithConverter(MonthlyLimitConverter.class)
        MonthlyLimit hobbyist();

        /** Of those whom the operator has given more. */
        @WithDefault(MonthlyLimit.NONE)
        @WithConverter(MonthlyLimitConverter.class)
        MonthlyLimit athlete();
    }
}
