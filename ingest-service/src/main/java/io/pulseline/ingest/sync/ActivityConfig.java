package io.pulseline.ingest.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How long an activity waits for the parts it promises. */
@ConfigMapping(prefix = "ingest.activity")
interface ActivityConfig {
    /** From first sight; then it goes out as PARTIAL. */
    @WithDefault("15m")
    Duration waitForParts();

    /** Pauses between tries while it waits; the last one repeats. */
    @WithDefault("15s,30s,1m,2m,3m")
    List<Duration> retryAfter();

    /** Pause between tries after it went out as PARTIAL. */
    @WithDefault("30m")
    Duration lookAgainEvery();

    /** From first sight; what has not come by then is not asked for any more. */
    @WithDefault("24h")
    Duration giveUpAfter();
}
