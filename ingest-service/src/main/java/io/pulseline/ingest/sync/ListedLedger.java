package io.pulseline.ingest.sync;

import io.pulseline.contracts.Ids;
import io.pulseline.ingest.connection.ConnectionStore;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares lists of things with the ledger: what is new or has changed is noted, and what two
 * complete readings lack. Only the holder of a connection's due row writes here. All methods block.
 */
@ApplicationScoped
class ListedLedger {
    private static final String HASHES =
            "select providerId, listedHash, startsAt from ThingEntity where connectionId ="
                    + " :connection and kind = :kind and providerId in :ids";

    private final Transactions transactions;
    private final ConnectionStore connections;
    private final SameThings same;

    ListedLedger(Transactions transactions, ConnectionStore connections, SameThings same) {
        this.transactions = transactions;
        this.connections = connections;
        this.same = same;
    }

    /**
     * What the ledger has of a thing that is listed.
     *
     * @param timed whether it has its times; not if an earlier version noted it
     */
    private record Known(String hash, boolean timed) {}

    /**
     * Notes what is new or has changed, or is there again; the rest is left alone. What is new is
     * not noted once the connection has a successor, which sees it and gives it its key: noted by
     * both in the same second, one thing would get two keys.
     *
     * @return those that were new or changed
     */
    List<ListedThing> note(ReadContext context, String kind, List<ListedThing> things) {
        UUID connection = context.connection().id();
        Map<String, Known> known = things.isEmpty() ? Map.of() : known(connection, kind, things);
        Map<String, TakeOver> taken =
                same.of(
                        context,
                        kind,
                        things.stream()
                                .filter(thing -> !known.containsKey(thing.providerId()))
                                .toList());
        List<ListedThing> noted = new ArrayList<>();
        for (ListedThing thing : things) {
            String hash = listedHash(context, thing);
            @Nullable Known before = known.get(thing.providerId());
            if (before == null || !hash.equals(before.hash())) {
                if (note(context, kind, thing, hash, taken.get(thing.providerId()))) {
                    noted.add(thing);
                }
            } else if (!before.timed()) {
                timed(ThingStore.id(connection, kind, thing.providerId()), thing);
            }
        }
        return noted;
    }

    private void timed(UUID id, ListedThing thing) {
        transactions.run(() ->
                ThingEntity.<ThingEntity>findById(id)
                        .map(Optional::ofNullable)
                        .invoke(row -> row.ifPresent(found -> timed(found, thing))));
    }

    private static void timed(ThingEntity row, ListedThing thing) {
        row.startsAt = thing.startsAt();
        row.endsAt = thing.end();
    }

    /** Of the bytes, and of the zone where local times in them depend on it. */
    private static String listedHash(ReadContext context, ListedThing thing) {
        String hash = Hashes.of(thing.self().body());
        return thing.offset() != null
                ? hash
                : hash + " " + context.connection().zones().zoneOn(thing.localDate());
    }

    private Map<String, Known> known(UUID connection, String kind, List<ListedThing> things) {
        List<String> ids = things.stream().map(ListedThing::providerId).toList();
        List<Object[]> rows =
                transactions.read(() ->
                        Panache.getSession()
                                .chain(session ->
                                        session.createQuery(HASHES, Object[].class)
                                                .setParameter("connection", connection)
                                                .setParameter("kind", kind)
                                                .setParameter("ids", ids)
                                                .getResultList()));
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                row -> (String) row[0],
                                row -> new Known((String) row[1], row[2] != null)));
    }

    private boolean note(
            ReadContext context,
            String kind,
            ListedThing thing,
            String hash,
            @Nullable TakeOver taken) {
        UUID id = ThingStore.id(context.connection().id(), kind, thing.providerId());
        ThingPartEntity self = KeptPart.row(id, 0, true, thing.self());
        return transactions.call(() ->
                isOurs(context, id)
                        .chain(ours ->
                                ours
                                        ? found(context, kind, thing, id, taken)
                                                .invoke(row ->
                                                        noted(row, thing, hash, context.now()))
                                                .chain(() -> withPart(id, self))
                                                .replaceWith(true)
                                        : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> isOurs(ReadContext context, UUID thing) {
        return ThingEntity.<ThingEntity>findById(thing)
                .chain(row ->
                        row == null
                                ? connections.staysWithoutSuccessor(context.connection().id())
                                : Uni.createFrom().item(true));
    }

    /** What was read for the thing as it was stays until it is read again. */
    private static Uni<ThingPartEntity> withPart(UUID thing, ThingPartEntity self) {
        return ThingPartEntity.update("whole = false where thingId = ?1", thing)
                .chain(() -> merge(self));
    }

    private static Uni<ThingEntity> found(
            ReadContext context,
            String kind,
            ListedThing thing,
            UUID id,
            @Nullable TakeOver taken) {
        return ThingEntity.<ThingEntity>findById(id)
                .chain(row ->
                        row == null
                                ? made(context, kind, thing, id, taken)
                                : Uni.createFrom().item(row));
    }

    private static Uni<ThingEntity> made(
            ReadContext context,
            String kind,
            ListedThing thing,
            UUID id,
            @Nullable TakeOver taken) {
        ThingEntity made = new ThingEntity();
        made.id = id;
        made.connectionId = context.connection().id();
        made.kind = kind;
        made.providerId = thing.providerId();
        made.thingKey =
                taken == null
                        ? Ids.thingKey(context.connection().provider(), thing.providerId())
                        : taken.thingKey();
        // The next capture is newer than the last one under this key, whoever told it.
        made.capturedAt = taken == null ? null : taken.capturedAt();
        made.route = context.route();
        return made.persist();
    }

    private static void noted(ThingEntity row, ListedThing thing, String hash, Instant now) {
        row.listedHash = hash;
        row.localDate = thing.localDate();
        timed(row, thing);
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
        transactions.run(() ->
                ThingEntity.<ThingEntity>findById(thing)
                        .map(Optional::ofNullable)
                        .invoke(row -> row.ifPresent(gone -> vanished(gone, bundle, encoded))));
    }

    private static void vanished(ThingEntity row, @Nullable Bundle bundle, byte[] encoded) {
        row.listedHash = "";
        row.missingSince = null;
        row.state = ThingEntity.State.SETTLED;
        row.nextCheckAt = null;
        row.forgetPending();
        if (bundle != null) {
            row.ready(bundle, encoded, bundle.capturedAt());
        }
    }
}
