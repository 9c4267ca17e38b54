package io.pulseline.pipeline.run;

import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    public Uni<List<Run>> page(UUID user, Optional<Before> before, int most) {
        return before.map(place ->
                        table.find(
                                "user = ?1 and (startedAt < ?2 or startedAt = ?2 and runId < ?3)"
                                        + " order by startedAt desc, runId desc",
                                user,
                                place.startedAt(),
                                place.runId()))
                .orElseGet(() -> table.find("user = ?1 order by startedAt desc, runId desc", user))
                .page(Page.ofSize(most))
                .list()
                .map(rows -> rows.stream().map(RunRow::run).toList());
    }

    /** The user's run of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<Run>> one(UUID user, UUID runId) {
        return table.find("runId = ?1 and user = ?2", runId, user)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(RunRow::run));
    }
}
