package io.pulseline.pipeline.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Table {@code run}. To be called inside a transaction. */
@ApplicationScoped
class RunTable implements PanacheRepositoryBase<RunRow, UUID> {
    private static final String CLAIM =
            """
            select r.* from run r
            where r.due_at <= :now and (r.lease_until is null or r.lease_until <= :now)
            order by r.due_at limit :most
            for update of r skip locked\
            """;

    private static final String TO_ANNOUNCE =
            """
            select r.* from run r
            where r.announced < r.version
                and (r.announcing_until is null or r.announcing_until <= :now)
            order by r.changed_at limit :most
            for update of r skip locked\
            """;

    Uni<List<RunRow>> lockedOfRecord(UUID user, UUID recordId) {
        return find("user = ?1 and recordId = ?2 order by runId", user, recordId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Leases runs that are due, oldest first. */
    Uni<List<ClaimedRun>> claim(String owner, Instant now, Instant until, int most) {
        return rows(CLAIM, now, most)
                .map(rows -> {
                    for (RunRow row : rows) {
                        row.leaseOwner = owner;
                        row.leaseUntil = until;
                        row.attempts++;
                    }
                    return rows.stream()
                            .map(row ->
                                    new ClaimedRun(
                                            row.runId,
                                            row.pipelineId,
                                            row.user,
                                            row.recordId,
                                            row.revision,
                                            owner,
                                            row.attempts))
                            .toList();
                });
    }

    /** Gives back what an owner has leased. */
    Uni<Void> release(String owner) {
        return update("leaseOwner = null, leaseUntil = null where leaseOwner = ?1", owner)
                .replaceWithVoid();
    }

    /** Leases runs whose changes must still be published, longest waiting first. */
    Uni<List<Run>> claimToAnnounce(Instant now, Instant until, int most) {
        return rows(TO_ANNOUNCE, now, most)
                .map(rows -> {
                    for (RunRow row : rows) {
                        row.announcingUntil = until;
                    }
                    return rows.stream().map(RunRow::run).toList();
                });
    }

    /** This version of a run has been published. */
    Uni<Void> announced(UUID runId, long version) {
        return update(
                        "announced = ?1, announcingUntil = null where runId = ?2 and announced < ?1",
                        version,
                        runId)
                .replaceWithVoid();
    }

    /** These could not be published; anybody may try again. */
    Uni<Void> notAnnounced(List<UUID> runIds) {
        return update("announcingUntil = null where runId in ?1", runIds).replaceWithVoid();
    }

    private static Uni<List<RunRow>> rows(String sql, Instant now, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(sql, RunRow.class)
                                .setParameter("now", now)
                                .setParameter("most", most)
                                .getResultList());
    }
}
