package io.pulseline.pipeline.pipeline;

import static java.util.stream.Collectors.toMap;

import io.pulseline.pipeline.database.UuidArray;
import io.pulseline.pipeline.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The targets of all pipelines. To be called inside a transaction. */
@ApplicationScoped
public class PipelineTargets implements PanacheRepositoryBase<TargetRow, UUID> {
    /** Read for each claim of deliveries: as plain values, in a statement that is prepared once. */
    private static final String TO_SEND =
            """
            select p.user_id, t.target_id, t.pipeline_id, t.position, t.type, t.configuration,
                t.secret, t.disabled_at, t.disabled_reason, t.paused_at, t.paused_reason,
                t.previous_secret, t.previous_secret_until
            from target t join pipeline p using (pipeline_id)
            where t.target_id = any(cast(cast(:ids as text) as uuid[]))\
            """;

    private static final String OF_USER =
            "type = ?1 and pipelineId in (select p.pipelineId from PipelineRow p where p.user = ?2)";

    private final SecretBox secrets;
    private final HeldDeliveries held;

    PipelineTargets(SecretBox secrets, HeldDeliveries held) {
        this.secrets = secrets;
        this.held = held;
    }

    /** Targets with their secrets, for sending; those that are gone are left out. */
    public Uni<Map<UUID, SendableTarget>> toSend(Collection<UUID> targetIds, Instant now) {
        if (targetIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TO_SEND, Object[].class)
                                .setParameter("ids", UuidArray.of(targetIds))
                                .getResultList())
                .map(found ->
                        found.stream()
                                .map(one -> opened(TargetRow.read(one, 1), (UUID) one[0], now))
                                .collect(toMap(one -> one.target().id(), one -> one)));
    }

    /** Nothing goes there any more until its owner saves the pipeline again. */
    public Uni<Void> disable(UUID targetId, String reason, Instant now) {
        return update(
                        "disabledAt = ?1, disabledReason = ?2 where targetId = ?3 and"
                                + " disabledAt is null",
                        now,
                        reason,
                        targetId)
                .replaceWithVoid();
    }

    /** What goes there waits until its owner has seen to it. */
    public Uni<Void> pause(UUID targetId, String reason, Instant now) {
        return update(
                        "pausedAt = coalesce(pausedAt, ?1), pausedReason = ?2 where targetId = ?3",
                        now,
                        reason,
                        targetId)
                .replaceWithVoid();
    }

    /** A target that was tried and found well is in use again. */
    public Uni<Void> resume(UUID targetId, Instant now) {
        return resumed(list("targetId", targetId), now);
    }

    /** All resting targets of one kind of a user are in use again. */
    public Uni<Void> resume(UUID user, String targetType, Instant now) {
        return resumed(list(OF_USER, targetType, user), now);
    }

    private Uni<Void> resumed(Uni<List<TargetRow>> targets, Instant now) {
        return targets.chain(rows -> {
            List<UUID> woken = new ArrayList<>();
            for (TargetRow row : rows) {
                if (row.pausedAt != null || row.disabledAt != null) {
                    row.wakes();
                    woken.add(row.targetId);
                }
            }
            return letGo(woken, now);
        });
    }

    /**
     * What was held for these goes out after all, where they do not rest: a user may have seen to
     * them since they were read, or removed them, which ends their deliveries.
     */
    public Uni<Void> letGoUnlessPaused(Collection<UUID> targets, Instant now) {
        if (targets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // The lock waits for a user who is saving them just now.
        return find("targetId in ?1", Sort.by("targetId"), targets)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> {
                    Set<UUID> free = new HashSet<>(targets);
                    rows.stream()
                            .filter(row -> row.pausedAt != null)
                            .forEach(row -> free.remove(row.targetId));
                    return letGo(free, now);
                });
    }

    /** What was held for these goes out. */
    Uni<Void> letGo(Collection<UUID> targets, Instant now) {
        return targets.isEmpty() ? Uni.createFrom().voidItem() : held.letGo(targets, now);
    }

    /** What was let go has been committed. */
    public void committed() {
        held.committed();
    }

    Uni<List<TargetRow>> rowsOf(List<UUID> pipelineIds) {
        if (pipelineIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return list("pipelineId in ?1", Sort.by("position"), pipelineIds);
    }

    private SendableTarget opened(TargetRow row, UUID user, Instant now) {
        List<String> opened = new ArrayList<>();
        if (row.secret != null) {
            opened.add(secrets.open(row.targetId, row.secret));
        }
        Instant until = row.previousSecretUntil;
        if (row.previousSecret != null && until != null && now.isBefore(until)) {
            opened.add(secrets.open(row.targetId, row.previousSecret));
        }
        return new SendableTarget(user, PipelineJson.target(row), opened);
    }
}
