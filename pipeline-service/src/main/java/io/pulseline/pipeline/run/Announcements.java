package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.pipeline.database.UuidArray;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Table {@code announcement}: changes of runs that must still be published. To be called inside a
 * transaction. Several rows are always locked in the order of their ids, so that who enters changes
 * and who publishes them do not wait for each other in a circle.
 */
@ApplicationScoped
class Announcements {
    private static final String ENTER =
            """
            insert into announcement (run_id, version)
            select run_id, version from run
            where run_id = any(cast(cast(:runs as text) as uuid[])) order by run_id
            on conflict (run_id) do update
                set version = greatest(announcement.version, excluded.version)\
            """;

    /** What has changed again since then is anybody's to publish. */
    private static final String PUBLISHED =
            """
            with told as materialized (
                select a.run_id, a.version <= t.version as latest from announcement a
                join jsonb_to_recordset(cast(cast(:told as text) as jsonb))
                    as t (run_id uuid, version bigint) using (run_id)
                order by a.run_id for update of a),
            done as (
                delete from announcement a using told
                where a.run_id = told.run_id and told.latest)
            update announcement a set lease_until = null from told
            where a.run_id = told.run_id and not told.latest\
            """;

    private static final String RELEASE =
            """
            with mine as materialized (
                select run_id from announcement where run_id = any(cast(cast(:runs as text) as uuid[]))
                order by run_id for update)
            update announcement a set lease_until = null from mine where a.run_id = mine.run_id\
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
                : enterIds(changes.stream().map(StatusChange::run).toList());
    }

    private static Uni<Void> enterIds(List<UUID> runs) {
        return Panache.getSession()
                .chain(session ->
                        session.flush()
                                .chain(() ->
                                        session.createNativeQuery(ENTER)
                                                .setParameter("runs", UuidArray.of(runs))
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
                .replaceWithVoid();
    }

    /** Anybody may publish these. */
    Uni<Void> release(List<UUID> runs) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(RELEASE)
                                .setParameter("runs", UuidArray.of(runs))
                                .executeUpdate())
                .replaceWithVoid();
    }
}
