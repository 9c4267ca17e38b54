package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.Fed;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Targets;
import io.pulseline.pipeline.tier.Allowance;
import java.util.List;

/**
 * What a claimed run has to do with, all of it there.
 *
 * @param record the latest revision
 * @param before all deliveries of the run so far
 * @param allowance what the tier of the user allows
 */
record Material(
        ClaimedRun claimed,
        Pipeline pipeline,
        StoredRecord record,
        List<Delivery> before,
        Targets targets,
        Allowance allowance) {
    Material {
        before = List.copyOf(before);
    }

    /**
     * The deliveries of a result; over where there is nothing for anybody.
     *
     * @param heard what targets were fed with that came back as this record
     */
    RunResult goes(Findings findings, Result result, List<Fed> heard) {
        // What went out early is another result of the same revision.
        ClaimedRun planned = claimed.wentEarly(before) ? claimed.inNextPass() : claimed;
        List<PlannedDelivery> deliveries =
                new RunPlan(pipeline, planned, before, targets, allowance, heard)
                        .deliveries(result, record.deleted());
        return deliveries.isEmpty() && !claimed.adds()
                ? new RunResult.Over(RunStatus.CANCELLED, "no target has anything to hear")
                : new RunResult.Goes(findings, deliveries);
    }

    /** Waits; a pipeline that delivers early sends what is there, once for each revision. */
    RunResult waits(Findings findings, Boosted.End.Waiting end, Result result, List<Fed> heard) {
        boolean isTold =
                before.stream().anyMatch(delivery -> delivery.revision() == claimed.revision());
        List<PlannedDelivery> early =
                pipeline.deliverEarly() && !isTold
                        ? new RunPlan(pipeline, claimed, before, targets, allowance, heard)
                                .deliveries(result, false)
                        : List.<PlannedDelivery>of();
        return new RunResult.Waits(findings, early, end.until(), end.reason());
    }

    RunResult halted(Findings findings, String reason) {
        return new RunResult.Halted(findings, reason + stays());
    }

    RunResult failed(Findings findings, String reason) {
        return new RunResult.Failed(findings, reason + stays());
    }

    private String stays() {
        return claimed.wentEarly(before) ? "; what went out early stays there" : "";
    }
}
