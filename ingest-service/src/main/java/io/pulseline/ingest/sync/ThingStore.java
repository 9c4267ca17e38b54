package io.pulseline.ingest.sync;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.ingest.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private static final String HASHES =
            "select providerId, listedHash from ThingEntity where connectionId = :connection and"
                    + " kind = :kind and providerId in :ids";

    private final Transactions transactions;

    ThingStore(Transactions transactions) {
        this.transactions = transactions;
    }

    static UUID id(UUID connection, String kind, String providerId) {
        return NamedUuid.of(connection, kind + ":" + providerId);
    }

    /**
     * Notes what is new or has changed, or is there again; the rest is left alone.
     *
     * @return those that were new or changed
     */
    List<ListedThing> note(ReadContext context, String kind, List<ListedThing> things) {
        UUID connection = context.connection().id();
        Map<String, String> known = things.isEmpty() ? Map.of() : hashes(connection, kind, things);
        List<ListedThing> noted = new ArrayList<>();
        for (ListedThing thing : things) {
            String hash = listedHash(context, thing);
            if (!hash.equals(known.get(thing.providerId()))) {
                note(context, kind, thing, hash);
                noted.add(thing);
            }
        }
        return noted;
    }

    /** Of the bytes, and of the zone where local times in them depend on it. */
    private static String listedHash(ReadContext context, ListedThing thing) {
        String hash = Hashes.of(thing.self().body());
        return thing.offset() != null
                ? hash
                : hash + " " + context.connection().zones().zoneOn(thing.localDate());
    }

    private Map<String, String> hashes(UUID connection, String kind, List<ListedThing> things) {
        List<String> ids = things.stream().map(ListedThing::providerId).toList();
        List<Object[]> rows =
                transactions.call(() ->
                        Panache.getSession()
                                .chain(session ->
                                        session.createQuery(HASHES, Object[].class)
                                                .setParameter("connection", connection)
                                                .setParameter("kind", kind)
                                                .setParameter("ids", ids)
                                                .getResultList()));
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private void note(ReadContext context, String kind, ListedThing thing, String hash) {
        UUID id = id(context.connection().id(), kind, thing.providerId());
        ThingPartEntity self = KeptPart.row(id, 0, true, thing.self());
        transactions.run(() ->
                ThingEntity.<ThingEntity>findById(id)
                        .map(Optional::ofNullable)
                        .chain(row -> found(row, context, kind, thing, id))
                        .invoke(row -> noted(row, thing, hash, context.now()))
                        // What was read for the thing as it was stays until it is read
                        // again.
                        .chain(() -> ThingPartEntity.update("whole = false where thingId = ?1", id))
                        .chain(() -> merge(self)));
    }

    private static Uni<ThingEntity> found(
            Optional<ThingEntity> row,
            ReadContext context,
            String kind,
            ListedThing thing,
            UUID id) {
        if (row.isPresent()) {
            return Uni.createFrom().item(row.get());
        }
        ThingEntity made = new ThingEntity();
        made.id = id;
        made.connectionId = context.connection().id();
        made.kind = kind;
        made.providerId = thing.providerId();
        made.thingKey = Ids.thingKey(context.connection().provider(), thing.providerId());
        made.route = context.route();
        return made.persist();
    }

    private static void noted(ThingEntity row, ListedThing thing, String hash, Instant now) {
        row.listedHash = hash;
        row.localDate = thing.localDate();
        row.missingSince = null;
        row.state = ThingEntity.State.NOTED;
        row.reason = null;
        row.notedAt = now;
        row.attempts = 0;
        row.nextCheckAt = now;
        row.forgetPending();
    }

    private static Uni<ThingPartEntity> merge(ThingPartEntity part) {
        return Panache.getSession().chain(session -> session.merge(part));
    }

    /** Things to look at now, in the order in which they were first seen. */
    List<UUID> due(UUID connection, String kind, Instant now) {
        return transactions.call(() ->
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
                transactions.call(() ->
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
                .call(() -> ThingEntity.<ThingEntity>findById(id).map(Optional::ofNullable))
                .orElseThrow(() -> new IllegalStateException("no thing " + id + " in the ledger"));
    }

    /** Latest answers of a thing, by kind and position. */
    List<ThingPartEntity> parts(UUID thing) {
        return transactions.call(
                () -> ThingPartEntity.list("thingId = ?1 order by kind, position", thing));
    }

    /** Puts these in place of all parts of the kind. */
    void replaceParts(UUID thing, String kind, List<ThingPartEntity> parts) {
        transactions.run(() ->
                ThingPartEntity.delete("thingId = ?1 and kind = ?2", thing, kind)
                        .chain(() -> Panache.getSession())
                        .chain(session -> session.persistAll(parts.toArray())));
    }

    /** Encoded payloads that Kafka has not acknowledged, but not of these kinds. */
    List<ThingEntity> ready(UUID connection, Set<String> except, Instant now) {
        return transactions.call(() ->
                ThingEntity.list(
                        "connectionId = ?1 and nextCheckAt <= ?2 and state = ?3 and kind not in ?4"
                                + " order by nextCheckAt, id",
                        connection,
                        now,
                        ThingEntity.State.READY,
                        except));
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

    /**
     * Things of which a complete reading of their dates knows nothing.
     *
     * @param sure lacking for so long that they have vanished
     * @param unsure whether others lack, but not for so long
     */
    record Missing(List<UUID> sure, boolean unsure) {}

    /**
     * Compares a complete reading with the ledger: what lacks is noted, what is back is no longer.
     *
     * @param seen ids the reading had
     * @param sureSince what lacks since then or longer has vanished
     */
    Missing missing(
            UUID connection,
            String kind,
            LocalDate first,
            LocalDate last,
            List<String> seen,
            Instant now,
            Instant sureSince) {
        Set<String> there = Set.copyOf(seen);
        return transactions.call(() ->
                ThingEntity.<ThingEntity>list(
                                "connectionId = ?1 and kind = ?2 and localDate between ?3 and ?4"
                                        + " and listedHash <> ''",
                                connection,
                                kind,
                                first,
                                last)
                        .map(rows -> missing(rows, there, now, sureSince)));
    }

    private static Missing missing(
            List<ThingEntity> rows, Set<String> there, Instant now, Instant sureSince) {
        List<UUID> sure = new ArrayList<>();
        boolean unsure = false;
        for (ThingEntity row : rows) {
            if (there.contains(row.providerId)) {
                row.missingSince = null;
            } else if (row.missingSince != null && !row.missingSince.isAfter(sureSince)) {
                sure.add(row.id);
            } else {
                row.missingSince = row.missingSince == null ? now : row.missingSince;
                unsure = true;
            }
        }
        return new Missing(sure, unsure);
    }

    /**
     * The provider no longer has it; if it comes back, it is new.
     *
     * @param bundle that says so; null if nobody was ever told of it
     */
    void vanished(UUID thing, @Nullable Bundle bundle, byte[] encoded) {
        change(
                thing,
                row -> {
                    row.listedHash = "";
                    row.missingSince = null;
                    row.state = ThingEntity.State.SETTLED;
                    row.nextCheckAt = null;
                    row.forgetPending();
                    if (bundle != null) {
                        row.ready(bundle, encoded, bundle.capturedAt());
                    }
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
