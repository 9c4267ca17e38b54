package io.pulseline.pipeline.run;

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
        List<UUID> runs = rows.stream().map(row -> row.runId).toList();
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

    /** That version has been published; a later one must be again. */
    Uni<Void> published(UUID run, long version) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(
                                        "delete from announcement where run_id = :run and version <= :version")
                                .setParameter("run", run)
                                .setParameter("version", version)
                                .executeUpdate())
                .chain(() -> release(List.of(run)));
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
