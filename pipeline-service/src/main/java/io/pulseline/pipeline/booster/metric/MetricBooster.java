package io.pulseline.pipeline.booster.metric;

import io.pulseline.pipeline.booster.BoostOutcome;
import java.util.List;

/**
 * A booster for metrics as one pipeline has configured it. Pure: the same metric and the same
 * background give the same outcome.
 */
public interface MetricBooster {
    /** What it wants to know besides this metric; nothing where it will pass it. */
    List<MetricLookup> lookups(Metric metric);

    /**
     * Looks at the metric and says what to add; never changes it. It adds text and values only, and
     * may want to be asked again; it never answers {@link BoostOutcome.Later}.
     *
     * @param background with answers to all of its {@link #lookups}
     * @throws IllegalStateException if an answer is missing
     */
    BoostOutcome boost(Metric metric, MetricBackground background);
}
