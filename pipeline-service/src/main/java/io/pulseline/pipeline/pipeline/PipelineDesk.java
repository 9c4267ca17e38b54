package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import io.pulseline.pipeline.secret.SecretBox;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Creates, changes, orders and removes pipelines. To be called inside a transaction. */
@ApplicationScoped
class PipelineDesk {
    static final int MOST_PIPELINES = 100;

    private final Pipelines pipelines;
    private final PipelineTargets pipelineTargets;
    private final Targets targets;
    private final SecretBox secrets;
    private final PipelineForm form;
    private final Clock clock;

    PipelineDesk(
            Pipelines pipelines,
            PipelineTargets pipelineTargets,
            Targets targets,
            SecretBox secrets,
            PipelineForm form,
            Clock clock) {
        this.pipelines = pipelines;
        this.pipelineTargets = pipelineTargets;
        this.targets = targets;
        this.secrets = secrets;
        this.form = form;
        this.clock = clock;
    }

    /**
     * A pipeline after it was saved.
     *
     * @param newSecrets by target, those we made just now; shown this once
     */
    record Saved(Pipeline pipeline, Map<UUID, String> newSecrets) {
        @Override
        public String toString() {
            return "Saved[" + pipeline.id() + "]";
        }
    }

    Uni<Saved> create(UUID user, PipelineDraft draft) {
        return pipelines
                .count("user", user)
                .chain(count -> {
                    refuseIfFull(count);
                    return pipelines.nextPosition(user);
                })
                .chain(position -> {
                    PipelineRow row = new PipelineRow();
                    row.pipelineId = UUID.randomUUID();
                    row.user = user;
                    row.position = position;
                    row.createdAt = now();
                    fill(row, draft);
                    return pipelines.persistAndFlush(row).chain(_ -> save(row, draft, List.of()));
                });
    }

    private static void refuseIfFull(long count) {
        if (count >= MOST_PIPELINES) {
            throw new InvalidFormException(
                    List.of(
                            new FieldError(
                                    "(body)",
                                    "would be pipeline "
                                            + (count + 1)
                                            + " of at most "
                                            + MOST_PIPELINES
                                            + "; delete one first")));
        }
    }

    /** A disabled copy; its targets get secrets of their own. */
    Uni<Saved> duplicate(UUID user, UUID pipelineId) {
        return one(user, pipelineId).chain(pipeline -> create(user, form.copyOf(pipeline)));
    }

    /** Does nothing to one that is so already. */
    Uni<Pipeline> enable(UUID user, UUID pipelineId, boolean enabled) {
        return existing(user, pipelineId)
                .chain(row -> {
                    if (row.enabled != enabled) {
                        row.enabled = enabled;
                        row.changedAt = now();
                    }
                    return one(user, pipelineId);
                });
    }

    /**
     * Puts all pipelines of a user in an order.
     *
     * @throws InvalidFormException if these are not exactly the user's
     */
    Uni<List<Pipeline>> order(UUID user, PipelineOrder order) {
        return pipelines
                .lockedRows(user)
                .chain(rows -> {
                    List<FieldError> complaints =
                            order.complaints(rows.stream().map(row -> row.pipelineId).toList());
                    if (!complaints.isEmpty()) {
                        throw new InvalidFormException(complaints);
                    }
                    rows.forEach(row -> row.position = order.pipelineIds().indexOf(row.pipelineId));
                    return pipelines.flush();
                })
                .chain(() -> pipelines.ofUser(user));
    }

    private Uni<Pipeline> one(UUID user, UUID pipelineId) {
        return pipelines
                .ofUser(user, pipelineId)
                .map(found ->
                        found.orElseThrow(
                                () -> new NotFoundException("no pipeline " + pipelineId)));
    }

    Uni<Saved> change(UUID user, UUID pipelineId, PipelineDraft draft) {
        return existing(user, pipelineId)
                .chain(row -> {
                    fill(row, draft);
                    return pipelineTargets
                            .rowsOf(List.of(pipelineId))
                            .chain(before -> save(row, draft, before));
                });
    }

    /** There may be work now. */
    void committed() {
        pipelineTargets.committed();
    }

    Uni<Void> remove(UUID user, UUID pipelineId) {
        return existing(user, pipelineId)
                .chain(row ->
                        pipelineTargets
                                .rowsOf(List.of(pipelineId))
                                .chain(targets ->
                                        pipelines.delete(row).chain(() -> letGo(targets))));
    }

    /** Of a target that is gone nothing waits any more: its deliveries end with that reason. */
    private Uni<Void> letGo(List<TargetRow> gone) {
        return pipelineTargets.letGo(gone.stream().map(row -> row.targetId).toList(), now());
    }

    private Uni<PipelineRow> existing(UUID user, UUID pipelineId) {
        return pipelines
                .row(user, pipelineId)
                .map(row -> {
                    if (row == null) {
                        throw new NotFoundException("no pipeline " + pipelineId);
                    }
                    return row;
                });
    }

    private void fill(PipelineRow row, PipelineDraft draft) {
        row.choose(draft);
        row.changedAt = now();
    }

    private Uni<Saved> save(PipelineRow row, PipelineDraft draft, List<TargetRow> before) {
        List<TargetRow> left = new ArrayList<>(before);
        List<TargetRow> kept = new ArrayList<>();
        List<TargetRow> fresh = new ArrayList<>();
        Map<UUID, String> newSecrets = new HashMap<>();
        for (TargetDraft target : draft.targets()) {
            Target kind = targets.byId(target.type()).orElseThrow();
            Optional<TargetRow> same = TargetMatch.find(left, target, kind);
            same.ifPresent(left::remove);
            TargetRow chosen =
                    same.orElseGet(() -> {
                        TargetRow added = new TargetRow();
                        added.targetId = UUID.randomUUID();
                        added.pipelineId = row.pipelineId;
                        fresh.add(added);
                        return added;
                    });
            fill(chosen, target, kind, newSecrets);
            chosen.position = kept.size();
            kept.add(chosen);
        }
        Pipeline pipeline =
                PipelineJson.pipeline(row, kept.stream().map(PipelineJson::target).toList());
        Uni<Void> removed =
                left.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pipelineTargets
                                .delete(
                                        "targetId in ?1",
                                        left.stream().map(gone -> gone.targetId).toList())
                                .replaceWithVoid();
        Uni<Void> added =
                removed.chain(() ->
                        fresh.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : pipelineTargets.persist(fresh));
        List<UUID> inUse =
                kept.stream()
                        .filter(target -> !fresh.contains(target) && target.pausedAt == null)
                        .map(target -> target.targetId)
                        .toList();
        return added.chain(pipelineTargets::flush)
                .chain(() -> pipelineTargets.letGo(inUse, now()))
                .chain(() -> letGo(left))
                .replaceWith(new Saved(pipeline, newSecrets));
    }

    private void fill(TargetRow row, TargetDraft draft, Target kind, Map<UUID, String> newSecrets) {
        boolean isNew = row.type.isEmpty();
        if (!isNew && kind.newSecret().isEmpty() && !TargetMatch.isThere(row, draft, kind)) {
            // What opens one door is not shown at another, whoever changed the address.
            row.secret = null;
        }
        row.type = draft.type();
        row.configuration = draft.choice().configuration().toString();
        // Saving says that the owner has looked at it: a disabled target gets another chance.
        row.wakes();
        Optional<String> given = draft.choice().secret();
        if (given.isEmpty() && row.secret == null) {
            Optional<String> made = kind.newSecret();
            made.ifPresent(secret -> newSecrets.put(row.targetId, secret));
            given = made;
        }
        given.ifPresent(secret -> {
            row.secret = secrets.lock(row.targetId, secret);
            row.previousSecret = null;
        });
        if (row.secret == null) {
            kind.secretNeeded(draft.choice().configuration())
                    .ifPresent(what ->
                            row.rests(what + " is missing: save the pipeline with it", now()));
        }
    }

    private Instant now() {
        // As exact as the database, so that the first answer equals the later ones.
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
