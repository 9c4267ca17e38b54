package io.pulseline.pipeline.pipeline;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The pipelines of all users. To be called inside a transaction. */
@ApplicationScoped
public class Pipelines implements PanacheRepositoryBase<PipelineRow, UUID> {
    private static final String WITH_TARGETS =
            "select p, t from PipelineRow p left join TargetRow t on t.pipelineId = p.pipelineId"
                    + " where ";

    private static final String IN_ORDER =
            " order by p.position, p.createdAt, p.pipelineId, t.position";

    /** All of a user, in the order the user gave them, new ones last. */
    public Uni<List<Pipeline>> ofUser(UUID user) {
        return found("p.user = :user", Map.of("user", user));
    }

    /** Of these users, those that metrics start, by user. */
    public Uni<Map<UUID, List<Pipeline>>> forMetrics(Set<UUID> users) {
        return found(
                        "p.user in (:users) and p.recordType = :type",
                        Map.of("users", users, "type", Trigger.METRIC))
                .map(all -> all.stream().collect(Collectors.groupingBy(Pipeline::user)));
    }

    /** The user's pipeline of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<Pipeline>> ofUser(UUID user, UUID pipelineId) {
        return found(
                        "p.user = :user and p.pipelineId = :pipeline",
                        Map.of("user", user, "pipeline", pipelineId))
                .map(all -> all.stream().findFirst());
    }

    /** With their targets, in one statement. */
    private static Uni<List<Pipeline>> found(String which, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query =
                            session.createQuery(WITH_TARGETS + which + IN_ORDER, Object[].class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(Pipelines::pipelines);
    }

    private static List<Pipeline> pipelines(List<Object[]> rows) {
        Map<PipelineRow, List<PipelineTarget>> targets = new LinkedHashMap<>();
        for (Object[] row : rows) {
            List<PipelineTarget> own =
                    targets.computeIfAbsent((PipelineRow) row[0], _ -> new ArrayList<>());
            if (row[1] instanceof TargetRow target) {
                own.add(PipelineJson.target(target));
            }
        }
        return targets.entrySet().stream()
                .map(one -> PipelineJson.pipeline(one.getKey(), one.getValue()))
                .toList();
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
}
