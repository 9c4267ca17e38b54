package io.pulseline.pipeline.run;

import static java.util.Comparator.comparingLong;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What goes to which target after the boosters.
 *
 * @param before all deliveries of the run so far
 */
record RunPlan(Pipeline pipeline, ClaimedRun run, List<Delivery> before, Targets targets) {

    /** Deliveries of the boosted activity, in the order of the pipeline's targets. */
    List<PlannedDelivery> deliveries(Boosted boosted, Instant now) {
        BoostedActivity result = result(boosted, now);
        List<PlannedDelivery> planned = new ArrayList<>();
        for (int position = 0; position < pipeline.targets().size(); position++) {
            PipelineTarget target = pipeline.targets().get(position);
            Optional<EventType> event = event(target.id(), result.getActivity());
            if (event.isPresent()) {
                planned.add(delivery(target, position, event.get(), result));
            }
        }
        return planned;
    }

    /** Empty for a deletion of what the target has never heard of. */
    private Optional<EventType> event(UUID target, Activity activity) {
        Optional<EventType> last =
                before.stream()
                        .filter(delivery -> delivery.target().equals(target))
                        .filter(delivery -> delivery.revision() < run.revision())
                        .filter(Runs::mayBeKnown)
                        .max(comparingLong(Delivery::revision))
                        .map(Delivery::event)
                        .filter(event -> event != EventType.DELETED);
        if (activity.getDeleted()) {
            return last.map(_ -> EventType.DELETED);
        }
        return Optional.of(last.isPresent() ? EventType.UPDATED : EventType.CREATED);
    }

    private PlannedDelivery delivery(
            PipelineTarget target, int position, EventType event, BoostedActivity result) {
        Target kind =
                targets.byId(target.type())
                        .orElseThrow(() -> new IllegalStateException("no target " + target.type()));
        return new PlannedDelivery(
                target.id(),
                target.type(),
                position,
                run.id(),
                run.recordId(),
                run.revision(),
                event,
                Packed.of(kind.content(event, result, target.configuration())),
                target.disabledAt() == null
                        ? null
                        : "the target is disabled: " + target.disabledReason());
    }

    private BoostedActivity result(Boosted boosted, Instant now) {
        Activity activity = boosted.described();
        // A record that was read again unchanged has a higher revision than its run.
        activity.setRevision(run.revision());
        BoostedActivity result = new BoostedActivity();
        result.setRecordId(run.recordId().toString());
        result.setRevision(run.revision());
        result.setUser(run.user().toString());
        result.setPipelineId(pipeline.id().toString());
        result.setPipelineName(pipeline.name());
        result.setRunId(run.id().toString());
        result.setBoostedEpochMillis(now.toEpochMilli());
        result.setActivity(activity);
        result.setBoosts(boosted.steps().stream().map(BoostStep::boost).toList());
        return result;
    }
}
