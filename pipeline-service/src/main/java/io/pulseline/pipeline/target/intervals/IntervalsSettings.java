package io.pulseline.pipeline.target.intervals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where intervals.icu is, and how often we may ask it. */
@ConfigMapping(prefix = "pulseline.intervals-icu")
public interface IntervalsSettings {
    /** Base of its calls. */
    @WithDefault("https://intervals.icu/api/v1")
    URI apiUrl();

    /**
     * Requests a second of this replica, all users together. The place allows about 10 for each
     * address they come from; replicas behind one address share that.
     */
    @WithDefault("8")
    int requestsPerSecond();
}
