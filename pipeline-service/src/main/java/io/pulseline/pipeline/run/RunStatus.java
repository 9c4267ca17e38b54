package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.DeliveryState;
import java.util.List;

/** How a run stands, over all its targets. */
public enum RunStatus {
    /** Boosters or deliveries are under way. */
    RUNNING,
    /** A booster waits for data. */
    WAITING,
    /** Every target has it. */
    SYNCED,
    /** Some targets have it, the others never will. */
    PARTIAL,
    /** No target has it and none will; also when a required booster failed. */
    FAILED,
    /** Nothing goes out: a booster halted it, or it came back from every target. */
    SKIPPED,
    /** It is more than its user's tier includes in a month: nothing goes out. */
    TIER_BLOCKED,
    /** It was called off: by its user, or because the activity or the pipeline is gone. */
    CANCELLED;

    /** The status that follows from the deliveries of one revision; at least one of them. */
    static RunStatus of(List<DeliveryState> all) {
        // A target that is left out has neither got it nor failed to.
        List<DeliveryState> deliveries =
                all.stream().filter(state -> !(state instanceof DeliveryState.Skipped)).toList();
        if (deliveries.isEmpty() && !all.isEmpty()) {
            return SKIPPED;
        }
        if (deliveries.stream().anyMatch(state -> !state.isEnd())) {
            return RUNNING;
        }
        long delivered =
                deliveries.stream().filter(DeliveryState.Delivered.class::isInstance).count();
        if (delivered == 0) {
            return FAILED;
        }
        return delivered == deliveries.size() ? SYNCED : PARTIAL;
    }
}
