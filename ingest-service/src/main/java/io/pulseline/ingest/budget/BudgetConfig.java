package io.pulseline.ingest.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a provider's quota is shared. */
@ConfigMapping(prefix = "ingest.budget")
public interface BudgetConfig {
    /** Requests an hour for one user, until the provider's headers tell otherwise. */
    @WithDefault("150")
    int allowance();

    /** Requests that are never spent: the provider counts some of ours late. */
    @WithDefault("5")
    int liveMargin();

    /** Percent of the quota after which late work stops: 120 of 150. The rest is for live work. */
    @WithDefault("80")
    int lateShare();

    /** Percent of the quota after which backfill stops: 75 of 150. 0 lets none through. */
    @WithDefault("50")
    int backfillShare();

    /** How far our clock and the provider's may lie apart at the full hour. */
    @WithDefault("5s")
    Duration margin();

    /** So long after the full hour headers may still tell of the hour before. */
    @WithDefault("1m")
    Duration headerLag();
}
