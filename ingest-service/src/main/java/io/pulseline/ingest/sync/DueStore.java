package io.pulseline.ingest.sync;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ConnectionListener;
import io.pulseline.ingest.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What is due, in the database. Rows are claimed by lease with {@code FOR UPDATE SKIP LOCKED}, so
 * replicas share them; a lease that ran out is anybody's. Methods block except {@link #connected}.
 */
@ApplicationScoped
class DueStore implements ConnectionListener {
    private final Transactions transactions;

    DueStore(Transactions transactions) {
        this.transactions = transactions;
    }

    private static UUID id(UUID connectionId, String kind) {
        return NamedUuid.of(connectionId, "due:" + kind);
    }

    /** A new connection is due at once; an old one goes on where it stopped. */
    @Override
    public Uni<Void> connected(UUID connectionId, LocalDate from, Instant now) {
        return locked(id(connectionId, PayloadKind.ACTIVITY))
                .chain(row -> {
                    row.ifPresent(known -> connectedAgain(known, now));
                    return row.isPresent()
                            ? Uni.createFrom().voidItem()
                            : insert(connectionId, from, now);
                });
    }

    private static void connectedAgain(DueEntity row, Instant now) {
        row.dueAt = now;
        row.notBefore = null;
        row.failures = 0;
        row.generation++;
    }

    private static Uni<Void> insert(UUID connectionId, LocalDate from, Instant now) {
        DueEntity row = new DueEntity();
        row.id = id(connectionId, PayloadKind.ACTIVITY);
        row.connectionId = connectionId;
        row.kind = PayloadKind.ACTIVITY;
        row.dueAt = now;
        row.liveFrom = from;
        row.watermark = from;
        return row.persist().replaceWithVoid();
    }

    private static Uni<Optional<DueEntity>> locked(UUID id) {
        return DueEntity.<DueEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }

    /**
     * Makes a row due now. A pass that is under way sees that the generation has moved on and
     * leaves the row due.
     *
     * @param date the local day that changed; null if not known
     */
    void wake(UUID connectionId, String kind, @Nullable LocalDate date, Instant now) {
        change(
                id(connectionId, kind),
                row -> {
                    row.generation++;
                    row.dueAt = row.dueAt == null || row.dueAt.isAfter(now) ? now : row.dueAt;
                    boolean older =
                            row.rereadFrom == null || row.rereadFrom.isAfter(date(date, row));
                    if (date != null && older) {
                        row.rereadFrom = date;
                    }
                });
    }

    private static LocalDate date(@Nullable LocalDate date, DueEntity row) {
        return date == null ? row.watermark : date;
    }

    private void change(UUID id, Consumer<DueEntity> change) {
        transactions.run(() -> locked(id).invoke(row -> row.ifPresent(change)));
    }

    /**
     * Claims up to {@code atMost} rows that are due, longest due first.
     *
     * @param now decides what is due
     * @param leaseNow decides which leases have run out
     */
    List<DueWork> claim(Instant now, Instant leaseNow, Instant leaseUntil, int atMost) {
        UUID claim = UUID.randomUUID();
        return transactions
                .call(() ->
                        Panache.getSession()
                                .chain(session ->
                                        claim(session, claim, now, leaseNow, leaseUntil, atMost)))
                .stream()
                .map(row -> work(row, claim))
                .toList();
    }

    private static Uni<List<DueEntity>> claim(
            Mutiny.Session session,
            UUID claim,
            Instant now,
            Instant leaseNow,
            Instant leaseUntil,
            int atMost) {
        return session.createNativeQuery(
                        """
                        UPDATE due SET claim = :claim, lease_until = :until
                        WHERE id IN (SELECT id FROM due
                                     WHERE due_at <= :now
                                       AND (lease_until IS NULL OR lease_until <= :leaseNow)
                                     ORDER BY due_at LIMIT :atMost FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """,
                        DueEntity.class)
                .setParameter("claim", claim)
                .setParameter("until", leaseUntil)
                .setParameter("now", now)
                .setParameter("leaseNow", leaseNow)
                .setParameter("atMost", atMost)
                .getResultList();
    }

    private static DueWork work(DueEntity row, UUID claim) {
        return new DueWork(
                row.id,
                row.connectionId,
                row.kind,
                claim,
                row.notBefore,
                row.liveFrom,
                row.watermark,
                row.rereadFrom,
                row.generation,
                row.failures);
    }

    /** Keeps the claim for longer; false if it was lost. */
    boolean extend(DueWork work, Instant leaseUntil) {
        return transactions.call(() ->
                DueEntity.update(
                        "leaseUntil = ?1 where id = ?2 and claim = ?3",
                        leaseUntil,
                        work.id(),
                        work.claim()))
                == 1;
    }

    /** Writes the result and gives the row back, if the claim still holds. */
    void finish(DueWork work, PassResult result, Instant now) {
        change(
                work.id(),
                row -> {
                    if (work.claim().equals(row.claim)) {
                        row.claim = null;
                        row.leaseUntil = null;
                        apply(row, work, result, now);
                    }
                });
    }

    private static void apply(DueEntity row, DueWork work, PassResult result, Instant now) {
        boolean rungMeanwhile = row.generation != work.generation();
        switch (result) {
            case PassResult.Again again -> {
                row.dueAt = rungMeanwhile ? now : again.next();
                row.notBefore = again.notBefore();
                row.watermark = again.watermark();
                row.failures = again.failures();
                row.lastSuccessAt = again.listed() ? now : row.lastSuccessAt;
                if (again.listed() && !rungMeanwhile) {
                    row.rereadFrom = null;
                }
            }
            // A consent that came meanwhile has made the row due again.
            case PassResult.Rests(String _) -> row.dueAt = rungMeanwhile ? now : null;
            case PassResult.Overtaken() -> row.dueAt = now;
        }
    }
}
