package io.pulseline.pipeline.pipeline;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pipelines of all users. To be called inside a transaction. */
@ApplicationScoped
public class Pipelines implements PanacheRepositoryBase<PipelineRow, UUID> {
    private final PipelineTargets targets;

    Pipelines(PipelineTargets targets) {
        this.targets = targets;
    }

    /** All of a user, in the order the user gave them, new ones last. */
    public Uni<List<Pipeline>> ofUser(UUID user) {
        return list("user", Sort.by("position").and("createdAt").and("pipelineId"), user)
                .chain(this::withTargets);
    }

    /** Of these users, those that metrics start, by user. */
    public Uni<Map<UUID, List<Pipeline>>> forMetrics(Set<UUID> users) {
        return list("user in ?1 and recordType = ?2", users, Trigger.METRIC)
                .chain(this::withTargets)
                .map(all -> all.stream().collect(Collectors.groupingBy(Pipeline::user)));
    }

    private Uni<List<Pipeline>> withTargets(List<PipelineRow> rows) {
        return targets.ofPipelines(rows.stream().map(row -> row.pipelineId).toList())
                .map(found ->
                        rows.stream()
                                .map(row ->
                                        PipelineJson.pipeline(
                                                row, found.getOrDefault(row.pipelineId, List.of())))
                                .toList());
    }

    /** The user's pipeline of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<Pipeline>> ofUser(UUID user, UUID pipelineId) {
        return row(user, pipelineId).chain(this::withTargets);
    }

    /** All rows of a user, locked, always in the same order so that nobody waits in a circle. */
    Uni<List<PipelineRow>> lockedRows(UUID user) {
        return find("user = ?1 order by pipelineId", user)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Behind the last one of a user. */
    Uni<Integer> nextPosition(UUID user) {
        return find("user", Sort.descending("position"), user)
                .firstResult()
                .map(last -> last == null ? 0 : last.position + 1);
    }

    Uni<@Nullable PipelineRow> row(UUID user, UUID pipelineId) {
        return find("pipelineId = ?1 and user = ?2", pipelineId, user).firstResult();
    }

    private Uni<Optional<Pipeline>> withTargets(@Nullable PipelineRow row) {
        if (row == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return withTargets(List.of(row)).map(found -> Optional.of(found.getFirst()));
    }
}
