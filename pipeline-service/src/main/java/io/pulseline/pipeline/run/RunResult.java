package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.PlannedDelivery;
import java.time.Instant;
import java.util.List;

/** What the runner found for one revision. */
sealed interface RunResult {
    /** Deliveries go out. */
    record Goes(Findings findings, List<PlannedDelivery> deliveries) implements RunResult {
        public Goes {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * A booster waits; it goes on then, or when the data come.
     *
     * @param early what goes out already; nothing for most pipelines
     */
    record Waits(Findings findings, List<PlannedDelivery> early, Instant until, String reason)
            implements RunResult {
        public Waits {
            early = List.copyOf(early);
        }
    }

    /** A booster halted it. */
    record Halted(Findings findings, String reason) implements RunResult {}

    /** A required booster failed. */
    record Failed(Findings findings, String reason) implements RunResult {}

    /** There was nothing to take through, or it may not go through. */
    record Over(RunStatus status, String reason) implements RunResult {}
}
