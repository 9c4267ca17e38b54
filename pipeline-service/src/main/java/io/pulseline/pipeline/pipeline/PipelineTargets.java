package io.pulseline.pipeline.pipeline;

import static java.util.stream.Collectors.toMap;

import io.pulseline.pipeline.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The targets of all pipelines. To be called inside a transaction. */
@ApplicationScoped
public class PipelineTargets implements PanacheRepositoryBase<TargetRow, UUID> {
    private final SecretBox secrets;

    PipelineTargets(SecretBox secrets) {
        this.secrets = secrets;
    }

    /** Targets with their secrets, for sending; those that are gone are left out. */
    public Uni<Map<UUID, PipelineTarget>> toSend(Collection<UUID> targetIds) {
        if (targetIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return list("targetId in ?1", targetIds)
                .map(rows -> rows.stream().collect(toMap(row -> row.targetId, this::opened)));
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

    Uni<List<TargetRow>> rowsOf(List<UUID> pipelineIds) {
        if (pipelineIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return list("pipelineId in ?1", Sort.by("position"), pipelineIds);
    }

    private PipelineTarget opened(TargetRow row) {
        PipelineTarget target = PipelineJson.target(row);
        return row.secret == null
                ? target
                : target.withSecret(secrets.open(row.targetId, row.secret));
    }
}
