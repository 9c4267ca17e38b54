package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Table {@code announcement}: changes of runs that must still be published. To be called inside a
 * transaction.
 */
@ApplicationScoped
class Announcements {
    private static final String ENTER =
            """
            insert into announcement (run_id, version)
            select run_id, version from run where run_id in (:runs)
            on conflict (run_id) do update
                set version = greatest(announcement.version, excluded.version)\
            """;

    private static final String PUBLISHED =
            """
            delete from announcement a
            using jsonb_to_recordset(cast(cast(:told as text) as jsonb))
                as t (run_id uuid, version bigint)
            where a.run_id = t.run_id and a.version <= t.version\
            """;

    private static final String CLAIM =
            """
            update announcement set lease_until = :until
            where run_id in (
                select a.run_id from announcement a
                where a.lease_until is null or a.lease_until <= :now
                limit :most for update skip locked)
            returning run_id\
            """;

    /** The run has changed, in this very transaction. */
    Uni<Void> enter(RunRow row) {
        return enter(List.of(row));
    }

    /** These runs have changed, in this very transaction. */
    Uni<Void> enter(List<RunRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return enterIds(rows.stream().map(row -> row.runId).toList());
    }

    /** These runs have changed, in this very transaction. */
    Uni<Void> enterAll(List<StatusChange> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : enterIds(changes.stream().map(change -> change.row().runId).toList());
    }

    private static Uni<Void> enterIds(List<UUID> runs) {
        return Panache.getSession()
                .chain(session ->
                        session.flush()
                                .chain(() ->
                                        session.createNativeQuery(ENTER)
                                                .setParameter("runs", runs)
                                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Leases runs with changes to publish. */
    Uni<List<UUID>> claim(Instant now, Instant until, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(CLAIM, UUID.class)
                                .setParameter("now", now)
                                .setParameter("until", until)
                                .setParameter("most", most)
                                .getResultList());
    }

    /** These versions have been published; later ones must be again. */
    Uni<Void> published(List<Run> runs) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        runs.forEach(run ->
                told.addObject().put("run_id", run.id().toString()).put("version", run.version()));
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(PUBLISHED)
                                .setParameter("told", told.toString())
                                .executeUpdate())
                .chain(() -> release(runs.stream().map(Run::id).toList()));
    }

    /** Anybody may publish these. */
    Uni<Void> release(List<UUID> runs) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(
                                        "update announcement set lease_until = null where run_id in (:runs)")
                                .setParameter("runs", runs)
                                .executeUpdate())
                .replaceWithVoid();
    }
}
