package io.pulseline.pipeline.run;

import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that is ours to work on.
 *
 * @param pass how often this revision had gone through the pipeline before
 * @param onlyTargets what the request under way is limited to; empty for all targets. With {@code
 *     resend} the others are covered as well, and only these are sent again what they have
 * @param resend send even what targets have already
 * @param waypoint where to take it up; null to begin at the first booster
 * @param steps of the boosters so far
 * @param attempts claims of this revision so far, this one included
 * @param row as it was claimed, of no session
 */
record ClaimedRun(
        UUID id,
        UUID pipelineId,
        UUID user,
        UUID recordId,
        long revision,
        int pass,
        Set<UUID> onlyTargets,
        boolean resend,
        @Nullable Packed waypoint,
        List<BoostStep> steps,
        String owner,
        int attempts,
        RunRow row) {
    ClaimedRun {
        onlyTargets = Set.copyOf(onlyTargets);
        steps = List.copyOf(steps);
    }

    /** The same for one more pass of the revision. */
    ClaimedRun inNextPass() {
        return new ClaimedRun(
                id,
                pipelineId,
                user,
                recordId,
                revision,
                pass + 1,
                onlyTargets,
                resend,
                waypoint,
                steps,
                owner,
                attempts,
                row);
    }

    /** True if something of this very pass went out before the boosters were done. */
    boolean wentEarly(List<Delivery> before) {
        return waypoint != null
                && !adds()
                && before.stream()
                        .filter(one -> !(one.state() instanceof DeliveryState.Skipped))
                        .anyMatch(one -> one.isOf(revision, pass));
    }

    /** True if the target is to be sent something. */
    boolean covers(UUID target) {
        return resend || onlyTargets.isEmpty() || onlyTargets.contains(target);
    }

    /** True if the target is to be sent even what it has already. */
    boolean resendsTo(UUID target) {
        return resend && (onlyTargets.isEmpty() || onlyTargets.contains(target));
    }

    /** True if only some targets are looked at, which the pipeline got later. */
    boolean adds() {
        return !resend && !onlyTargets.isEmpty();
    }
}
