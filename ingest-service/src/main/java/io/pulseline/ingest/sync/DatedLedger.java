package io.pulseline.ingest.sync;

import io.pulseline.ingest.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of the ledger that is kept by local date: one thing for each kind and date. A few
 * statements for any number of dates. All methods block.
 */
@ApplicationScoped
class DatedLedger {
    private static final String THINGS =
            "from ThingEntity where connectionId = :connection and kind = :kind and localDate"
                    + " between :first and :last";
    private static final String HASHES =
            "select thingId, kind, bodyHash from ThingPartEntity where thingId in :ids order by"
                    + " thingId, kind, position";

    private final Transactions transactions;

    DatedLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What is known of one date.
     *
     * @param told what was published last; null if nothing was
     * @param zone with which it was published; empty if it was not
     * @param missingSince since when a complete reading lacks a part that is kept; null if none
     * @param hashes of the bodies kept, by kind of part
     */
    record Known(
            @Nullable String told,
            String zone,
            @Nullable Instant missingSince,
            Map<String, List<String>> hashes) {
        /** A date never seen. */
        static final Known NOTHING = new Known(null, "", null, Map.of());

        List<String> of(String partKind) {
            return hashes.getOrDefault(partKind, List.of());
        }
    }

    /** What is known of the dates from the first to the last, without loading a body. */
    Map<LocalDate, Known> known(UUID connection, String kind, LocalDate first, LocalDate last) {
        return transactions.read(() ->
                Panache.getSession()
                        .chain(session ->
                                session.createQuery(THINGS, ThingEntity.class)
                                        .setParameter("connection", connection)
                                        .setParameter("kind", kind)
                                        .setParameter("first", first)
                                        .setParameter("last", last)
                                        .getResultList())
                        .chain(DatedLedger::withHashes));
    }

    private static Uni<Map<LocalDate, Known>> withHashes(List<ThingEntity> things) {
        if (things.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(HASHES, Object[].class)
                                .setParameter("ids", things.stream().map(row -> row.id).toList())
                                .getResultList())
                .map(rows -> known(things, hashes(rows)));
    }

    private static Map<UUID, Map<String, List<String>>> hashes(List<Object[]> rows) {
        Map<UUID, Map<String, List<String>>> hashes = new HashMap<>();
        for (Object[] row : rows) {
            hashes.computeIfAbsent((UUID) row[0], _ -> new HashMap<>())
                    .computeIfAbsent((String) row[1], _ -> new ArrayList<>())
                    .add((String) row[2]);
        }
        return hashes;
    }

    private static Map<LocalDate, Known> known(
            List<ThingEntity> things, Map<UUID, Map<String, List<String>>> hashes) {
        Map<LocalDate, Known> known = new TreeMap<>();
        for (ThingEntity thing : things) {
            if (thing.localDate != null) {
                known.put(
                        thing.localDate,
                        new Known(
                                thing.publishedHash,
                                thing.zone,
                                thing.missingSince,
                                hashes.getOrDefault(thing.id, Map.of())));
            }
        }
        return known;
    }

    /** Things of these dates; those that were never seen are new and not stored yet. */
    Map<LocalDate, ThingEntity> things(
            ReadContext context, String kind, Collection<LocalDate> dates) {
        UUID connection = context.connection().id();
        Map<UUID, ThingEntity> known =
                transactions
                        .read(() ->
                                ThingEntity.<ThingEntity>list(
                                        "id in ?1", ids(connection, kind, dates)))
                        .stream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
        Map<LocalDate, ThingEntity> things = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            UUID id = id(connection, kind, date);
            things.put(date, known.getOrDefault(id, made(id, connection, kind, date)));
        }
        return things;
    }

    private static List<UUID> ids(UUID connection, String kind, Collection<LocalDate> dates) {
        return dates.stream().map(date -> id(connection, kind, date)).toList();
    }

    private static UUID id(UUID connection, String kind, LocalDate date) {
        return ThingStore.id(connection, kind, date.toString());
    }

    private static ThingEntity made(UUID id, UUID connection, String kind, LocalDate date) {
        ThingEntity made = new ThingEntity();
        made.id = id;
        made.connectionId = connection;
        made.kind = kind;
        made.providerId = date.toString();
        made.thingKey = date.toString();
        made.localDate = date;
        made.state = ThingEntity.State.SETTLED;
        return made;
    }

    /** Bodies kept of these things, by thing. */
    Map<UUID, List<ThingPartEntity>> parts(Collection<UUID> things) {
        return transactions
                .read(() ->
                        ThingPartEntity.<ThingPartEntity>list(
                                "thingId in ?1 order by kind, position", List.copyOf(things)))
                .stream()
                .collect(Collectors.groupingBy(part -> part.thingId));
    }

    /**
     * Stores things as they are now, in one transaction.
     *
     * @param gone ids of parts that are no longer kept
     * @param kept parts in their place
     */
    void store(Collection<ThingEntity> things, Set<UUID> gone, List<ThingPartEntity> kept) {
        transactions.run(() ->
                (gone.isEmpty()
                                ? Uni.createFrom().item(0L)
                                : ThingPartEntity.delete("id in ?1", gone))
                        .chain(() -> merge(things))
                        .chain(() -> Panache.getSession())
                        .chain(session -> session.persistAll(kept.toArray())));
    }

    private static Uni<Void> merge(Collection<ThingEntity> things) {
        return Panache.getSession()
                .chain(session -> session.mergeAll(things.toArray()))
                .chain(() -> Panache.getSession())
                .chain(session -> session.flush());
    }

    /** A complete reading lacks what is kept of these dates: noted once, until it is decided. */
    void missing(
            UUID connection, String kind, Collection<LocalDate> dates, @Nullable Instant since) {
        if (!dates.isEmpty()) {
            transactions.run(() ->
                    ThingEntity.update(
                            "missingSince = ?1 where id in ?2",
                            since,
                            ids(connection, kind, dates)));
        }
    }
}
