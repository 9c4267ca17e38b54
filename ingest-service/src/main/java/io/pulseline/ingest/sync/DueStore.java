package io.pulseline.ingest.sync;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ConnectionListener;
import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is due, in the database: one row for each connection and kind. Rows are claimed by lease
 * with {@code FOR UPDATE SKIP LOCKED}, so replicas share them; a lease that ran out is anybody's.
 * Methods block except {@link #connected}.
 */
@ApplicationScoped
class DueStore implements ConnectionListener {
    private final Transactions transactions;
    private final Statements statements;

    DueStore(Transactions transactions, Statements statements) {
        this.transactions = transactions;
        this.statements = statements;
    }

    /** All kinds of a new connection are due at once; an old one goes on where it stopped. */
    @Override
    public Uni<Void> connected(UUID connectionId, LocalDate from, boolean moved, Instant now) {
        return locked(connectionId, Set.copyOf(PayloadKind.all()))
                .chain(rows -> {
                    rows.forEach(known -> connectedAgain(known, now));
                    Set<String> known =
                            rows.stream().map(row -> row.kind).collect(Collectors.toSet());
                    List<DueEntity> made =
                            PayloadKind.all().stream()
                                    .filter(kind -> !known.contains(kind))
                                    .map(kind -> row(connectionId, kind, from, moved, now))
                                    .toList();
                    return Panache.getSession()
                            .chain(session -> session.persistAll(made.toArray()));
                });
    }

    private static void connectedAgain(DueEntity row, Instant now) {
        row.dueAt = now;
        row.notBefore = null;
        row.postponedReason = null;
        row.failures = 0;
        row.generation++;
    }

    private static DueEntity row(
            UUID connectionId, String kind, LocalDate from, boolean moved, Instant now) {
        DueEntity row = new DueEntity();
        row.id = NamedUuid.of(connectionId, "due:" + kind);
        row.connectionId = connectionId;
        row.kind = kind;
        row.dueAt = now;
        row.liveFrom = from;
        row.watermark = from;
        // What is kept by date is else read for the trailing days only, which may begin later.
        row.rereadFrom = moved ? from : null;
        return row;
    }

    private static Uni<List<DueEntity>> locked(UUID connectionId, Collection<String> kinds) {
        return DueEntity.<DueEntity>find(
                        "connectionId = ?1 and kind in ?2 order by id", connectionId, kinds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Changes rows of a connection, in one transaction, under their locks. */
    void change(UUID connectionId, Collection<String> kinds, Consumer<DueEntity> change) {
        transactions.run(() -> locked(connectionId, kinds).invoke(rows -> rows.forEach(change)));
    }

    /**
     * Claims up to {@code atMost} rows that are due, longest due first.
     *
     * @param now decides what is due
     * @param leaseNow decides which leases have run out
     */
    List<DueWork> claim(Instant now, Instant leaseNow, Instant leaseUntil, int atMost) {
        UUID claim = UUID.randomUUID();
        List<UUID> ids =
                statements.rows(CLAIM, claim, leaseUntil, now, leaseNow, atMost).stream()
                        .map(row -> row.getUUID("id"))
                        .toList();
        // Who cannot read what is claimed leaves it until the lease has run out.
        return ids.isEmpty()
                ? List.of()
                : transactions
                        .read(() -> DueEntity.<DueEntity>list("id in ?1 order by dueAt", ids))
                        .stream()
                        .map(row -> row.work(claim))
                        .toList();
    }

    /** Measured in docs/reference/claiming-due-work.md. */
    static final String CLAIM =
            """
            UPDATE due SET claim = $1, lease_until = $2
            WHERE id IN (SELECT id FROM due
                         WHERE due_at <= $3
                           AND (lease_until IS NULL OR lease_until <= $4)
                         ORDER BY due_at LIMIT $5 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;

    /** In the order in which {@link #finish} locks them: two orders would meet in a deadlock. */
    private static final String EXTEND =
            """
            UPDATE due SET lease_until = :until
            WHERE id IN (SELECT id FROM due WHERE id IN (:ids) AND claim IN (:claims)
                         ORDER BY id FOR UPDATE)
            """;

    /** Keeps the claims of passes for longer; false if one of them was lost. */
    boolean extend(Collection<DueWork> works, Instant leaseUntil) {
        List<UUID> ids = works.stream().map(DueWork::id).toList();
        List<UUID> claims = works.stream().map(DueWork::claim).distinct().toList();
        int held =
                transactions.call(() ->
                        Panache.getSession()
                                .chain(session ->
                                        session.createNativeQuery(EXTEND)
                                                .setParameter("until", leaseUntil)
                                                .setParameter("ids", ids)
                                                .setParameter("claims", claims)
                                                .executeUpdate()));
        return held == works.size();
    }

    /** Writes the results of a pass and gives the rows back whose claims still hold. */
    void finish(Map<DueWork, PassResult> results, Instant now) {
        changeAll(
                results.keySet(),
                (row, work) -> {
                    if (work.claim().equals(row.claim)) {
                        row.claim = null;
                        row.leaseUntil = null;
                        apply(row, work, Answers.present(results, work), now);
                    }
                });
    }

    private void changeAll(Collection<DueWork> works, BiConsumer<DueEntity, DueWork> change) {
        Map<UUID, DueWork> byId =
                works.stream().collect(Collectors.toMap(DueWork::id, work -> work));
        List<UUID> ids = new ArrayList<>(byId.keySet());
        transactions.run(() ->
                DueEntity.<DueEntity>find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list()
                        .invoke(rows -> rows.forEach(row -> change.accept(row, byId.get(row.id)))));
    }

    private static void apply(DueEntity row, DueWork work, PassResult result, Instant now) {
        boolean rungMeanwhile = row.generation != work.generation();
        switch (result) {
            case PassResult.Again again -> {
                row.apply(again, work);
                row.dueAt = rungMeanwhile ? now : again.next();
            }
            // A consent that came meanwhile has made the row due again.
            case PassResult.Rests(String _) -> row.dueAt = rungMeanwhile ? now : null;
            case PassResult.Overtaken() -> row.dueAt = now;
        }
    }
}
