package io.pulseline.ingest.sync;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.ingest.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of things in the database. Only the holder of a connection's due row writes here. All
 * methods block.
 */
@ApplicationScoped
class ThingStore {
    // Without the payloads that may wait in these rows.
    private static final String DUE_THINGS =
            "select id from ThingEntity where connectionId = :connection and kind = :kind and"
                    + " nextCheckAt <= :now order by notedAt, providerId";
    private static final String NEXT_CHECKS =
            "select nextCheckAt from ThingEntity where connectionId = :connection and kind = :kind"
                    + " and nextCheckAt is not null order by nextCheckAt";
    private final Transactions transactions;

    ThingStore(Transactions transactions) {
        this.transactions = transactions;
    }

    static UUID id(UUID connection, String kind, String providerId) {
        return NamedUuid.of(connection, kind + ":" + providerId);
    }

    /** Things to look at now, in the order in which they were first seen. */
    List<UUID> due(UUID connection, String kind, Instant now) {
        return transactions.read(() ->
                Panache.getSession()
                        .chain(session ->
                                session.createQuery(DUE_THINGS, UUID.class)
                                        .setParameter("connection", connection)
                                        .setParameter("kind", kind)
                                        .setParameter("now", now)
                                        .getResultList()));
    }

    /** When the next thing has to be looked at. */
    Optional<Instant> nextCheck(UUID connection, String kind) {
        List<Instant> next =
                transactions.read(() ->
                        Panache.getSession()
                                .chain(session ->
                                        session.createQuery(NEXT_CHECKS, Instant.class)
                                                .setParameter("connection", connection)
                                                .setParameter("kind", kind)
                                                .setMaxResults(1)
                                                .getResultList()));
        return next.stream().findFirst();
    }

    /**
     * A thing as the ledger has it.
     *
     * @throws IllegalStateException if there is no such thing
     */
    ThingEntity thing(UUID id) {
        return transactions
                .read(() -> ThingEntity.<ThingEntity>findById(id).map(Optional::ofNullable))
                .orElseThrow(() -> new IllegalStateException("no thing " + id + " in the ledger"));
    }

    /** Latest answers of a thing, by kind and position. */
    List<ThingPartEntity> parts(UUID thing) {
        return transactions.read(
                () -> ThingPartEntity.list("thingId = ?1 order by kind, position", thing));
    }

    /** Puts these in place of all parts of the kind. */
    void replaceParts(UUID thing, String kind, List<ThingPartEntity> parts) {
        transactions.run(() ->
                ThingPartEntity.delete("thingId = ?1 and kind = ?2", thing, kind)
                        .chain(() -> Panache.getSession())
                        .chain(session -> session.persistAll(parts.toArray())));
    }

    /** Encoded payloads of these kinds that Kafka has not acknowledged. */
    List<ThingEntity> ready(UUID connection, Set<String> kinds, Instant now) {
        return transactions.read(() ->
                ThingEntity.list(
                        "connectionId = ?1 and nextCheckAt <= ?2 and state = ?3 and kind in ?4"
                                + " order by nextCheckAt, id",
                        connection,
                        now,
                        ThingEntity.State.READY,
                        kinds));
    }

    /** Kafka has all of these, and nothing more is to be done for them. */
    void published(List<UUID> ids) {
        transactions.run(() ->
                ThingEntity.<ThingEntity>list("id in ?1", ids)
                        .invoke(rows -> rows.forEach(ThingEntity::published)));
    }

    /** Encoded, with all that sending needs; from here on a crash changes nothing. */
    void ready(UUID thing, Bundle bundle, byte[] encoded) {
        change(
                thing,
                row ->
                        row.ready(
                                bundle,
                                encoded,
                                row.nextCheckAt == null ? bundle.capturedAt() : row.nextCheckAt));
    }

    /**
     * Kafka has it.
     *
     * @param lookAgain when to look for missing parts; null for never
     */
    void published(UUID thing, @Nullable Instant lookAgain) {
        change(
                thing,
                row -> {
                    boolean partial = Completeness.PARTIAL.equals(row.pendingCompleteness);
                    row.published();
                    row.nextCheckAt = lookAgain;
                    row.state =
                            partial && lookAgain != null
                                    ? ThingEntity.State.PARTIAL
                                    : ThingEntity.State.SETTLED;
                });
    }

    /** Promised parts are missing. */
    void waits(UUID thing, Instant until, String reason) {
        change(
                thing,
                row -> {
                    row.state = ThingEntity.State.WAITING;
                    row.reason = reason;
                    row.nextCheckAt = until;
                    row.attempts++;
                });
    }

    /** Published already as it is; looked at again then, or never. */
    void looked(UUID thing, @Nullable Instant lookAgain) {
        change(
                thing,
                row -> {
                    row.state =
                            lookAgain == null
                                    ? ThingEntity.State.SETTLED
                                    : ThingEntity.State.PARTIAL;
                    row.nextCheckAt = lookAgain;
                    row.attempts++;
                });
    }

    /** Will never go out as it is. */
    void refused(UUID thing, String reason) {
        change(
                thing,
                row -> {
                    row.state = ThingEntity.State.REFUSED;
                    row.reason = reason;
                    row.nextCheckAt = null;
                    row.forgetPending();
                });
    }

    private void change(UUID thing, Consumer<ThingEntity> change) {
        transactions.run(() ->
                ThingEntity.<ThingEntity>findById(thing)
                        .map(Optional::ofNullable)
                        .invoke(row -> row.ifPresent(change)));
    }

    /** Removes answers of settled things that are older than the trailing days. */
    void forgetPartsBefore(Instant oldest) {
        transactions.run(() ->
                ThingPartEntity.delete(
                        "capturedAt < ?1 and thingId in (select t.id from ThingEntity t"
                                + " where t.nextCheckAt is null)",
                        oldest));
    }
}
