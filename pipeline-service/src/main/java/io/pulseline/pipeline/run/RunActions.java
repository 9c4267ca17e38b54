package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.DeliveryWorker;
import io.pulseline.pipeline.delivery.RunBook;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import io.pulseline.pipeline.target.Targets;
import io.pulseline.pipeline.tier.Allowance;
import io.pulseline.pipeline.tier.Tiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What users ask of their runs; asking twice does no more than asking once. To be called inside a
 * transaction, and {@link #committed} after it.
 */
@ApplicationScoped
public class RunActions {
    private static final RunVerdict TAKEN = new RunVerdict.Taken();
    private static final RunVerdict CANCELLED =
            new RunVerdict.Impossible("the run was cancelled: run it again");
    private static final RunVerdict NOTHING_KEPT =
            new RunVerdict.Impossible("what would be sent is no longer kept: run it again");

    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Records records;
    private final Pipelines pipelines;
    private final Targets targets;
    private final Tiers tiers;
    private final Announcements announcements;
    private final RunBook book;
    private final RunWorker runs;
    private final DeliveryWorker deliveries;
    private final Clock clock;

    RunActions(
            RunTable table,
            DeliveryLedger ledger,
            Records records,
            Pipelines pipelines,
            Targets targets,
            Tiers tiers,
            Announcements announcements,
            RunBook book,
            RunWorker runs,
            DeliveryWorker deliveries,
            Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.records = records;
        this.pipelines = pipelines;
        this.targets = targets;
        this.tiers = tiers;
        this.announcements = announcements;
        this.book = book;
        this.runs = runs;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** There may be work now. */
    public void committed() {
        runs.wake();
        deliveries.wake();
        book.committed();
    }

    /**
     * Takes the record through the pipeline as both are now. Targets that have the same already
     * hear nothing.
     *
     * @param resend send them even that
     */
    public Uni<RunVerdict> again(UUID user, UUID runId, boolean resend) {
        return onRun(
                user,
                runId,
                row ->
                        withMaterial(
                                row,
                                (_, record) -> {
                                    Instant now = now();
                                    beginAgain(row, record, now);
                                    // What was asked for one target stays asked for it.
                                    row.limitTo(
                                            !resend && row.resend ? row.onlyTargets() : Set.of());
                                    row.resend |= resend;
                                    return changed(row, RunStatus.RUNNING, null, now);
                                }));
    }

    private static void beginAgain(RunRow row, StoredRecord record, Instant now) {
        boolean isOtherNow =
                row.contentHash != null && !row.contentHash.equals(record.contentHash());
        // Such a pass has no deliveries yet, and may as well be this one; one with a waypoint may
        // have gone out early.
        boolean isPassOpen =
                row.dueAt != null
                        && (row.resend || row.onlyTargets.isEmpty())
                        && row.waypoint == null;
        if (isOtherNow) {
            row.revision = record.revision();
            row.contentHash = record.contentHash();
            row.pass = 0;
        } else if (!isPassOpen) {
            row.pass++;
        }
        // From the activity as it came, so that nothing of an earlier way is left in it.
        row.keep(null);
        row.calledOff = false;
        row.attempts = 0;
        row.due(now);
    }

    /** Sends the run to a target which its pipeline got later. */
    public Uni<RunVerdict> add(UUID user, UUID runId, UUID targetId) {
        return onRun(
                user,
                runId,
                row ->
                        withMaterial(
                                row,
                                (pipeline, _) -> {
                                    if (target(pipeline, targetId).isEmpty()) {
                                        return unknownTarget(targetId);
                                    }
                                    return ledger.ofRuns(List.of(runId))
                                            .chain(all ->
                                                    add(
                                                            row,
                                                            present(row, all, targetId),
                                                            targetId));
                                }));
    }

    private Uni<RunVerdict> add(RunRow row, Optional<Delivery> there, UUID targetId) {
        if (there.isPresent()) {
            return switch (there.get().state()) {
                case DeliveryState.Due _, DeliveryState.Leased _, DeliveryState.Delivered _ ->
                        verdict(TAKEN);
                case DeliveryState.Refused(String reason, _) ->
                        impossible("the target is there and refused it (" + reason + "): retry");
                case DeliveryState.Exhausted(String reason, _) ->
                        impossible("the target is there and failed (" + reason + "): retry");
                case DeliveryState.Superseded _, DeliveryState.Cancelled _ ->
                        impossible("the target is there and was called off: run it again");
                case DeliveryState.Skipped(String reason, _) -> impossible(spared(reason));
            };
        }
        RunStatus status = RunStatus.valueOf(row.status);
        if (status == RunStatus.CANCELLED
                || status == RunStatus.SKIPPED
                || status == RunStatus.TIER_BLOCKED) {
            return impossible("the run is " + status + " (" + row.reason + "): run it again");
        }
        Instant now = now();
        if (row.dueAt == null) {
            row.limitTo(Set.of(targetId));
            row.due(now);
            return changed(row, RunStatus.RUNNING, null, now);
        }
        if (!row.resend && !row.onlyTargets().isEmpty()) {
            Set<UUID> all = new HashSet<>(row.onlyTargets());
            all.add(targetId);
            row.limitTo(all);
        }
        // Who holds it may have read the pipeline before the target was there.
        row.due(row.dueAt);
        return verdict(TAKEN);
    }

    /**
     * Sends a target once more what it should have of a run: the same bytes under the same id where
     * it does not have them and they are still kept, else what the pipeline makes of the record
     * now, under a new id. Other targets hear only what is new to them.
     */
    Uni<RunVerdict> redeliver(UUID user, UUID runId, UUID targetId) {
        return onRun(
                user,
                runId,
                row ->
                        row.calledOff
                                ? verdict(CANCELLED)
                                : ledger.ofRuns(List.of(runId))
                                        .chain(all ->
                                                present(row, all, targetId)
                                                        .filter(one -> one.state().mayBeSent())
                                                        .map(one -> retry(row, one))
                                                        .orElseGet(() -> verdict(NOTHING_KEPT)))
                                        .chain(verdict ->
                                                verdict.equals(NOTHING_KEPT)
                                                        ? madeAnew(row, targetId)
                                                        : verdict(verdict)));
    }

    private Uni<RunVerdict> madeAnew(RunRow row, UUID targetId) {
        return withMaterial(row, (pipeline, record) -> resend(row, pipeline, record, targetId));
    }

    private Uni<RunVerdict> resend(
            RunRow row, Pipeline pipeline, StoredRecord record, UUID targetId) {
        Optional<PipelineTarget> target = target(pipeline, targetId);
        if (target.isEmpty()) {
            return unknownTarget(targetId);
        }
        Optional<String> rest = rest(target.get());
        if (rest.isPresent()) {
            return impossible(rest.get());
        }
        // Asked for while such a request waits, it is the same request.
        Set<UUID> again = new HashSet<>(row.resend ? row.onlyTargets() : Set.of());
        boolean coversAll = row.resend && again.isEmpty();
        again.add(targetId);
        Instant now = now();
        beginAgain(row, record, now);
        row.resend = true;
        row.limitTo(coversAll ? Set.of() : again);
        return changed(row, RunStatus.RUNNING, null, now);
    }

    /** Tries a delivery of the run's present pass once more, now. */
    public Uni<RunVerdict> retry(UUID user, UUID runId, UUID targetId) {
        return onRun(
                user,
                runId,
                row ->
                        ledger.ofRuns(List.of(runId))
                                .chain(all -> {
                                    if (all.stream().noneMatch(one -> goesTo(one, targetId))) {
                                        return unknownTarget(targetId);
                                    }
                                    return present(row, all, targetId)
                                            .map(delivery -> retry(row, delivery))
                                            .orElseGet(() ->
                                                    impossible(
                                                            "nothing of its present pass has gone to"
                                                                    + " the target yet"));
                                }));
    }

    private Uni<RunVerdict> retry(RunRow row, Delivery delivery) {
        if (row.calledOff) {
            return verdict(CANCELLED);
        }
        return switch (delivery.state()) {
            case DeliveryState.Leased _ -> verdict(TAKEN);
            case DeliveryState.Delivered _ -> impossible("the target has it already");
            case DeliveryState.Superseded _, DeliveryState.Cancelled _ ->
                    impossible(String.valueOf(delivery.state().reason()));
            case DeliveryState.Skipped(String reason, _) -> impossible(spared(reason));
            case DeliveryState.Due _, DeliveryState.Refused _, DeliveryState.Exhausted _ ->
                    pipelines
                            .ofUser(row.user, row.pipelineId)
                            .chain(pipeline ->
                                    tiers.of(row.user)
                                            .chain(allowance ->
                                                    obstacle(pipeline, delivery, allowance)
                                                            .map(RunActions::impossible)
                                                            .orElseGet(() -> retryNow(delivery))));
        };
    }

    private static String spared(String reason) {
        return "the target does without it ("
                + reason
                + "): what came back from there is sent all the same with again?resend=true";
    }

    private Optional<String> obstacle(
            Optional<Pipeline> pipeline, Delivery delivery, Allowance allowance) {
        if (pipeline.isEmpty()) {
            return Optional.of("the pipeline was deleted");
        }
        Optional<PipelineTarget> target = target(pipeline.get(), delivery.target());
        if (target.isEmpty()) {
            return Optional.of("the target was removed from its pipeline");
        }
        Optional<String> rest = rest(target.get());
        if (rest.isPresent()) {
            return rest;
        }
        return targets.byId(delivery.targetType())
                .map(kind -> RunPlan.refusal(target.get(), kind, delivery.event(), allowance));
    }

    /** Why nothing goes to a target now, whatever it is; empty if it is in use. */
    private static Optional<String> rest(PipelineTarget target) {
        if (target.disabledAt() != null) {
            return Optional.of(
                    "the target is disabled ("
                            + target.disabledReason()
                            + "): save its pipeline to enable it");
        }
        return target.pausedAt() == null
                ? Optional.empty()
                : Optional.of(
                        "the target is paused ("
                                + target.pausedReason()
                                + "): see to that, and it goes on by itself");
    }

    private Uni<RunVerdict> retryNow(Delivery delivery) {
        Instant now = now();
        return ledger.retry(delivery.id(), now)
                .chain(isKnown ->
                        isKnown
                                ? book.refresh(List.of(delivery.run()), now)
                                        .chain(() -> table.readAnew(delivery.run()))
                                        .replaceWith(TAKEN)
                                : verdict(NOTHING_KEPT));
    }

    /** Sends nothing more of the run. What is on its way may still arrive; its reason says so. */
    public Uni<RunVerdict> cancel(UUID user, UUID runId) {
        return onRun(
                user,
                runId,
                row -> {
                    if (row.calledOff) {
                        return verdict(TAKEN);
                    }
                    RunStatus status = RunStatus.valueOf(row.status);
                    if (status != RunStatus.RUNNING && status != RunStatus.WAITING) {
                        return impossible("the run has ended: it is " + status);
                    }
                    Instant now = now();
                    row.rests();
                    row.keep(null);
                    row.requestIsOver();
                    row.calledOff = true;
                    return ledger.callOff(runId, now)
                            .chain(() -> ledger.ofRuns(List.of(runId)))
                            .chain(all ->
                                    changed(
                                            row,
                                            RunStatus.CANCELLED,
                                            RunReason.calledOff(all),
                                            now));
                });
    }

    private Uni<RunVerdict> onRun(UUID user, UUID runId, Function<RunRow, Uni<RunVerdict>> action) {
        return table.locked(user, runId)
                .chain(row ->
                        row == null
                                ? verdict(new RunVerdict.Unknown("no run " + runId))
                                : action.apply(row));
    }

    /** Does something with the pipeline and the record of a run, where both are still there. */
    private interface Work {
        Uni<RunVerdict> with(Pipeline pipeline, StoredRecord record);
    }

    private Uni<RunVerdict> withMaterial(RunRow row, Work work) {
        return pipelines
                .ofUser(row.user, row.pipelineId)
                .chain(pipeline ->
                        pipeline.isEmpty()
                                ? impossible("the pipeline was deleted")
                                : records.latest(row.user, row.recordId)
                                        .chain(record -> with(pipeline.get(), record, work)));
    }

    private static Uni<RunVerdict> with(
            Pipeline pipeline, Optional<StoredRecord> record, Work work) {
        if (record.isEmpty()) {
            return impossible("the record is no longer kept");
        }
        return record.get().deleted()
                ? impossible("the source deleted it")
                : work.with(pipeline, record.get());
    }

    private Uni<RunVerdict> changed(
            RunRow row, RunStatus status, @Nullable String reason, Instant now) {
        row.changed(status, reason, now);
        return announcements.enter(row).replaceWith(TAKEN);
    }

    private Instant now() {
        // As exact as the database, so that the first answer equals the later ones.
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<PipelineTarget> target(Pipeline pipeline, UUID targetId) {
        return pipeline.targets().stream().filter(one -> one.id().equals(targetId)).findFirst();
    }

    private static Optional<Delivery> present(RunRow row, List<Delivery> all, UUID targetId) {
        return all.stream().filter(row::isPresent).filter(one -> goesTo(one, targetId)).findFirst();
    }

    private static boolean goesTo(Delivery delivery, UUID targetId) {
        return delivery.target().equals(targetId);
    }

    private static Uni<RunVerdict> unknownTarget(UUID targetId) {
        return verdict(new RunVerdict.Unknown("no target " + targetId + " of this run"));
    }

    private static Uni<RunVerdict> impossible(String reason) {
        return verdict(new RunVerdict.Impossible(reason));
    }

    private static Uni<RunVerdict> verdict(RunVerdict verdict) {
        return Uni.createFrom().item(verdict);
    }
}
