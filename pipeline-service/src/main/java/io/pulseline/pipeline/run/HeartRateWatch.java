package io.pulseline.pipeline.run;

import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.database.UuidArray;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps a run that reads heart rate and heart rate that is just being kept from missing each other.
 * A run notes in its row what it reads before it reads that; who keeps heart rate looks for such
 * rows. Both take turns by a lock of the user that is held to the end of their transactions: a run
 * that is first waits for nobody and is found, one that is second reads what was kept. To be called
 * inside a transaction.
 */
@ApplicationScoped
class HeartRateWatch {
    private static final String ALONE =
            "select cast(pg_advisory_xact_lock(hashtextextended('heart-rate ' || :user, 0)) as text)";

    /** Who keeps does not wait for others who keep; in one order, so that none blocks another. */
    private static final String TOGETHER =
            """
            select cast(pg_advisory_xact_lock_shared(one.key) as text) from (
                select distinct hashtextextended('heart-rate ' || id, 0) as key
                from unnest(cast(cast(:users as text) as uuid[])) as given (id)
                order by key) one\
            """;

    private static final String NOTE =
            """
            update run set
                awaits_from = least(awaits_from, :from), awaits_to = greatest(awaits_to, :to)
            where run_id = :run and lease_owner = :owner and revision = :revision
                and attempts = :attempts\
            """;

    /**
     * Notes what a run is about to read: it loses its claim when any of that is kept from now on.
     * What was being kept before that is there when this transaction is over.
     */
    Uni<Void> note(ClaimedRun run, Lookup.HeartRate asked) {
        if (isNoted(run.row(), asked)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ALONE, String.class)
                                .setParameter("user", run.user().toString())
                                .getSingleResultOrNull()
                                .chain(() ->
                                        session.createNativeQuery(NOTE)
                                                .setParameter("from", asked.from())
                                                .setParameter("to", asked.to())
                                                .setParameter("run", run.id())
                                                .setParameter("owner", run.owner())
                                                .setParameter("revision", run.revision())
                                                .setParameter("attempts", run.attempts())
                                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** It was noted on the way that led to waiting, and has stood there since. */
    private static boolean isNoted(RunRow row, Lookup.HeartRate asked) {
        Instant from = row.awaitsFrom;
        Instant to = row.awaitsTo;
        return from != null
                && to != null
                && !from.isAfter(asked.from())
                && !to.isBefore(asked.to());
    }

    /** Heart rate of these users has been kept: who reads it now is found afterwards. */
    Uni<Void> kept(Set<UUID> users) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TOGETHER, String.class)
                                .setParameter("users", UuidArray.of(users))
                                .getResultList())
                .replaceWithVoid();
    }
}
