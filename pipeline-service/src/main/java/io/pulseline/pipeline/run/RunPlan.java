package io.pulseline.pipeline.run;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.Fed;
import io.pulseline.pipeline.delivery.Footprint;
import io.pulseline.pipeline.delivery.PlannedDelivery;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.pulseline.pipeline.tier.Allowance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes to which target after the boosters.
 *
 * @param before all deliveries of the run so far
 * @param heard what targets were fed with that came back as this record
 */
record RunPlan(
        Pipeline pipeline,
        ClaimedRun run,
        List<Delivery> before,
        Targets targets,
        Allowance allowance,
        List<Fed> heard) {

    /**
     * Deliveries of a result, in the order of the pipeline's targets.
     *
     * @param deleted whether the source no longer has the record
     */
    List<PlannedDelivery> deliveries(Result result, boolean deleted) {
        Fingerprint fingerprint = Fingerprint.of(result);
        List<PlannedDelivery> planned = new ArrayList<>();
        for (int position = 0; position < pipeline.targets().size(); position++) {
            PipelineTarget target = pipeline.targets().get(position);
            if (!run.covers(target.id())) {
                continue;
            }
            String said = fingerprint.at(target.configuration());
            UUID id = id(target.id(), said);
            Optional<EventType> event = event(target.id(), id, deleted);
            if (event.isPresent()) {
                planned.add(delivery(id, target, position, event.get(), said, result));
            }
        }
        return planned;
    }

    /**
     * That of the last delivery of this revision if that said the same: what a target has, it is
     * not sent twice, and what it does not have yet keeps its id. Else a new one.
     */
    private UUID id(UUID target, String said) {
        return before.stream()
                .filter(delivery -> delivery.target().equals(target))
                .filter(delivery -> delivery.revision() == run.revision())
                .max(comparingInt(Delivery::pass))
                .filter(last -> last.fingerprint() == null || last.fingerprint().equals(said))
                .filter(last ->
                        !(run.resendsTo(target) && last.state() instanceof DeliveryState.Delivered))
                .map(Delivery::id)
                .orElseGet(() -> Ids.delivery(target, run.recordId(), run.revision(), run.pass()));
    }

    /** Empty for a deletion of what the target has never heard of. */
    private Optional<EventType> event(UUID target, UUID id, boolean deleted) {
        Optional<EventType> last =
                before.stream()
                        .filter(delivery -> delivery.target().equals(target))
                        .filter(delivery -> delivery.revision() <= run.revision())
                        .filter(delivery -> !delivery.id().equals(id))
                        .filter(Runs::mayBeKnown)
                        .max(comparingLong(Delivery::revision).thenComparingInt(Delivery::pass))
                        .map(Delivery::event)
                        .filter(event -> event != EventType.DELETED);
        if (deleted) {
            return last.map(_ -> EventType.DELETED);
        }
        return Optional.of(last.isPresent() ? EventType.UPDATED : EventType.CREATED);
    }

    /**
     * Why a target does without a record that came back from it; null if it does not. What it was
     * once to be sent, it is sent to the end, corrections included.
     */
    private @Nullable String sparing(PipelineTarget target, UUID place) {
        boolean isDecided =
                before.stream()
                        .filter(delivery -> delivery.target().equals(target.id()))
                        .anyMatch(one -> !(one.state() instanceof DeliveryState.Skipped));
        if (isDecided || run.resendsTo(target.id())) {
            return null;
        }
        return heard.stream()
                .filter(fed ->
                        fed.target().equals(target.id()) || fed.footprint().place().equals(place))
                .findFirst()
                .map(fed ->
                        "already fed with this workout from run "
                                + fed.run()
                                + ": it came back from there as an import")
                .orElse(null);
    }

    private @Nullable Footprint footprint(UUID place, Activity activity) {
        Long start = activity.getStartEpochMillis();
        if (activity.getDeleted() || start == null) {
            return null;
        }
        Instant startedAt = Instant.ofEpochMilli(start);
        Long elapsed = activity.getElapsedMilliseconds();
        return new Footprint(
                run.user(),
                place,
                startedAt,
                elapsed == null ? null : startedAt.plusMillis(elapsed));
    }

    private PlannedDelivery delivery(
            UUID id,
            PipelineTarget target,
            int position,
            EventType event,
            String fingerprint,
            Result result) {
        Target kind =
                targets.byId(target.type())
                        .orElseThrow(() -> new IllegalStateException("no target " + target.type()));
        UUID place =
                NamedUuid.of(run.user(), target.type() + " " + kind.place(target.configuration()));
        Content content = kind.content(event, result, target.configuration());
        return new PlannedDelivery(
                id,
                target.id(),
                target.type(),
                position,
                run.id(),
                run.recordId(),
                run.revision(),
                run.pass(),
                event,
                fingerprint,
                packed(content),
                refusal(target, kind, event, allowance),
                content instanceof Content.None(String reason) ? reason : sparing(target, place),
                result instanceof Result.OfActivity(BoostedActivity boosted)
                        ? footprint(place, boosted.getActivity())
                        : null,
                kind.inOrder());
    }

    private static Packed packed(Content content) {
        return switch (content) {
            case Content.Bytes some -> Packed.of(some.bytes());
            case Content.None _ -> Packed.of(new byte[0]);
        };
    }

    /** Why it is not even tried; null if it is. */
    static @Nullable String refusal(
            PipelineTarget target, Target kind, EventType event, Allowance allowance) {
        if (target.disabledAt() != null) {
            return "the target is disabled: " + target.disabledReason();
        }
        // Whoever was told of the record is told of its correction.
        return event == EventType.CREATED ? allowance.obstacle(kind).orElse(null) : null;
    }
}
