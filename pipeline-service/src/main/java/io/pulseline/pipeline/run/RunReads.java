package io.pulseline.pipeline.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Runs as they stand, for those who only look. */
@ApplicationScoped
public class RunReads {
    private final RunTable table;

    RunReads(RunTable table) {
        this.table = table;
    }

    /** A place in the list of runs: before this one. */
    public record Before(Instant startedAt, UUID runId) {}

    /** A user's runs, latest first, at most {@code most} of them. */
    public Uni<List<Run>> page(UUID user, RunFilter filter, @Nullable Before before, int most) {
        RunQuery query = new RunQuery(user, filter, before);
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<RunRow> rows =
                            session.createNativeQuery(query.sql(), RunRow.class)
                                    .setMaxResults(most);
                    query.parameters().forEach(rows::setParameter);
                    return rows.getResultList();
                })
                .map(rows -> rows.stream().map(RunRow::run).toList());
    }

    /** What the runs of these pipelines called the user's activities: by pipeline, by record. */
    public Uni<Map<UUID, Map<UUID, RunName>>> names(UUID user, Set<UUID> pipelines) {
        return pipelines.isEmpty() ? Uni.createFrom().item(Map.of()) : table.names(user, pipelines);
    }

    /** The user's run of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<Run>> one(UUID user, UUID runId) {
        return table.find("runId = ?1 and user = ?2", runId, user)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(RunRow::run));
    }
}
