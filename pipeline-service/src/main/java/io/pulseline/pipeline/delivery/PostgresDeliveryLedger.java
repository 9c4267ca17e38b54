package io.pulseline.pipeline.delivery;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL: rows are claimed with {@code FOR UPDATE SKIP LOCKED}. */
@ApplicationScoped
class PostgresDeliveryLedger implements DeliveryLedger, PanacheRepositoryBase<DeliveryRow, UUID> {
    /** An SQL list must not be empty; no target has this id. */
    private static final UUID NO_TARGET = new UUID(0, 0);

    /**
     * A lease that ran out may have been sent: with a newer one waiting, or its run cancelled, it
     * is not repeated.
     */
    private static final String END_STALE =
            """
            update delivery d set
                state = case when d.called_off then 'CANCELLED' else 'SUPERSEDED' end,
                reason = case when d.called_off then 'the run was cancelled'
                    else 'a newer revision goes out instead' end,
                lease_owner = null, lease_until = null, called_off = false, changed_at = :now
            where d.state = 'LEASED' and d.lease_until <= :now and (d.called_off or exists (
                select 1 from delivery newer where newer.target_id = d.target_id
                    and newer.record_id = d.record_id
                    and (newer.revision, newer.pass) > (d.revision, d.pass)))\
            """;

    private static final String FORGET_ENDED =
            """
            delete from delivery_content where delivery_id in (
                select c.delivery_id from delivery_content c join delivery d using (delivery_id)
                where d.state not in ('DUE', 'LEASED') and d.changed_at < :before
                limit :most)\
            """;

    private static final String CLAIM =
            """
            select d.* from delivery d
            where (d.state = 'DUE' and d.due_at <= :now
                    or d.state = 'LEASED' and d.lease_until <= :now)
                and d.target_id not in (:busy)
                and not exists (
                    select 1 from delivery other where other.target_id = d.target_id
                        and other.record_id = d.record_id and other.delivery_id <> d.delivery_id
                        and other.state = 'LEASED')
            order by d.due_at limit :most
            for update of d skip locked\
            """;

    /** Its deletion counts from when it is planned: nothing of it will stay there. */
    private static final String FED =
            """
            from DeliveryRow d
            where d.user = ?1 and d.record <> ?2 and d.event <> 'DELETED'
                and d.state in ('DUE', 'LEASED', 'DELIVERED')
                and (d.startedAt between ?3 and ?4 or d.remoteId = ?5)
                and not exists (
                    select 1 from DeliveryRow gone where gone.target = d.target
                        and gone.record = d.record and gone.revision > d.revision
                        and gone.event = 'DELETED'
                        and gone.state in ('DUE', 'LEASED', 'DELIVERED'))
            order by d.changedAt, d.deliveryId\
            """;

    @Override
    public Uni<Void> enter(List<PlannedDelivery> planned, Instant now) {
        Uni<Void> entered = Uni.createFrom().voidItem();
        for (PlannedDelivery one : planned) {
            entered = entered.chain(() -> enter(one, now));
        }
        return entered;
    }

    @Override
    public Uni<Void> enterFirst(List<PlannedDelivery> planned, Instant now) {
        return planned.isEmpty()
                ? Uni.createFrom().voidItem()
                : FirstDeliveries.enter(planned, now);
    }

    private Uni<Void> enter(PlannedDelivery planned, Instant now) {
        return findById(planned.id(), LockModeType.PESSIMISTIC_WRITE)
                .chain(known -> known == null ? added(planned, now) : joined(known, planned, now));
    }

    private Uni<Void> added(PlannedDelivery planned, Instant now) {
        DeliveryRow row = DeliveryRow.of(planned.entered(now), now);
        row.leaves(planned.footprint());
        return superseded(
                        now,
                        _ -> true,
                        "target = ?1 and record = ?2 and state = 'DUE'"
                                + " and (revision < ?3 or revision = ?3 and pass < ?4)",
                        planned.target(),
                        planned.record(),
                        planned.revision(),
                        planned.pass())
                .chain(() -> persistAndFlush(row))
                .chain(Panache::getSession)
                .chain(session ->
                        row.state().mayBeSent()
                                ? session.persist(ContentRow.of(planned))
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> joined(DeliveryRow row, PlannedDelivery planned, Instant now) {
        if (row.pass >= planned.pass()) {
            return Uni.createFrom().voidItem();
        }
        row.pass = planned.pass();
        row.position = planned.position();
        row.calledOff = false;
        return switch (row.state()) {
            case DeliveryState.Leased _, DeliveryState.Delivered _ -> Uni.createFrom().voidItem();
            case DeliveryState.Due due -> {
                row.become(new DeliveryState.Due(now, due.attempts(), due.reason()), now);
                yield Uni.createFrom().voidItem();
            }
            case DeliveryState.Refused _,
                    DeliveryState.Exhausted _,
                    DeliveryState.Superseded _,
                    DeliveryState.Cancelled _,
                    DeliveryState.Skipped _ -> {
                row.event = planned.event().name();
                row.leaves(planned.footprint());
                row.become(planned.begun(now, row.attempts), now);
                yield row.state().mayBeSent()
                        ? Panache.getSession()
                                .chain(session -> session.merge(ContentRow.of(planned)))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem();
            }
        };
    }

    @Override
    public Uni<Void> supersedeBelow(Map<UUID, Long> revisions, Instant now) {
        if (revisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return superseded(
                now,
                row -> row.revision < revisions.getOrDefault(row.run, Long.MIN_VALUE),
                "run in ?1 and state = 'DUE' order by deliveryId",
                revisions.keySet());
    }

    private Uni<Void> superseded(
            Instant now, Predicate<DeliveryRow> stale, String which, Object... parameters) {
        return find(which, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> {
                    // The lock waits for a claim of the same row; what that took is left to it.
                    List<DeliveryRow> due =
                            rows.stream()
                                    .filter(row -> row.state() instanceof DeliveryState.Due)
                                    .filter(stale)
                                    .toList();
                    for (DeliveryRow row : due) {
                        row.become(new DeliveryState.Superseded(row.attempts), now);
                    }
                    return dropContents(due.stream().map(row -> row.deliveryId).toList());
                });
    }

    @Override
    public Uni<Void> callOff(UUID run, Instant now) {
        return find("run = ?1 and state in ('DUE', 'LEASED')", run)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> {
                    List<UUID> cancelled = new ArrayList<>();
                    for (DeliveryRow row : rows) {
                        if (row.state() instanceof DeliveryState.Due due) {
                            row.become(new DeliveryState.Cancelled(due.attempts()), now);
                            cancelled.add(row.deliveryId);
                        }
                        // What has ended while we waited for the lock stays so.
                        row.calledOff = row.state() instanceof DeliveryState.Leased;
                    }
                    return dropContents(cancelled);
                });
    }

    @Override
    public Uni<Boolean> retry(UUID delivery, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        findById(delivery)
                                // It may have been read before: the lock brings what is true now.
                                .invoke(session::detach)
                                .chain(() -> findById(delivery, LockModeType.PESSIMISTIC_WRITE))
                                .chain(row ->
                                        contents(List.of(delivery))
                                                .map(contents ->
                                                        retried(row, !contents.isEmpty(), now))));
    }

    private static boolean retried(DeliveryRow row, boolean isContentKept, Instant now) {
        DeliveryState state = row.state();
        if (state instanceof DeliveryState.Leased || !state.mayBeSent()) {
            return true;
        }
        if (isContentKept) {
            row.become(new DeliveryState.Due(now, state.attempts(), state.reason()), now);
        }
        return isContentKept;
    }

    @Override
    public Uni<Integer> forgetEnded(Instant before, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET_ENDED)
                                .setParameter("before", before)
                                .setParameter("most", most)
                                .executeUpdate());
    }

    @Override
    public Uni<List<ClaimedDelivery>> claim(Claim claim) {
        Set<UUID> busy = new HashSet<>(claim.busyTargets());
        busy.add(NO_TARGET);
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(END_STALE)
                                .setParameter("now", claim.now())
                                .executeUpdate()
                                .chain(_ ->
                                        session.createNativeQuery(CLAIM, DeliveryRow.class)
                                                .setParameter("now", claim.now())
                                                .setParameter("busy", busy)
                                                .setParameter("most", claim.most())
                                                .getResultList()))
                .chain(rows -> leased(oneOfEachRecord(rows), claim));
    }

    /** Two revisions of one record may be due together after a release: the older goes first. */
    private static List<DeliveryRow> oneOfEachRecord(List<DeliveryRow> rows) {
        Set<List<UUID>> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(List.of(row.target, row.record))).toList();
    }

    private Uni<List<ClaimedDelivery>> leased(List<DeliveryRow> rows, Claim claim) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = rows.stream().map(row -> row.deliveryId).toList();
        return contents(ids)
                .map(contents -> rows.stream().map(row -> leased(row, contents, claim)).toList());
    }

    private static ClaimedDelivery leased(
            DeliveryRow row, Map<UUID, ContentRow> contents, Claim claim) {
        DeliveryState.Due due = new DeliveryState.Due(row.dueAt, row.attempts, row.reason);
        DeliveryState.Leased lease = due.leased(claim.owner(), claim.until());
        row.become(lease, claim.now());
        ContentRow content = contents.get(row.deliveryId);
        if (content == null) {
            throw new IllegalStateException("delivery " + row.deliveryId + " has no content");
        }
        return new ClaimedDelivery(row.delivery(), lease, content.packed());
    }

    @Override
    public Uni<Optional<Delivery>> settle(
            UUID delivery,
            DeliveryState.Leased lease,
            DeliveryState next,
            long durationMilliseconds,
            Instant now) {
        return findById(delivery, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    if (row == null || !isHeld(row, lease)) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    return newerWaits(row)
                            .chain(newer -> {
                                row.ended(
                                        PastAttempt.endedIn(next, durationMilliseconds, now),
                                        durationMilliseconds);
                                DeliveryState settled =
                                        next instanceof DeliveryState.Due
                                                ? orOver(next, row, newer)
                                                : next;
                                row.become(settled, now);
                                Uni<Void> cleared =
                                        settled.mayBeSent()
                                                ? Uni.createFrom().voidItem()
                                                : dropContents(List.of(delivery));
                                return cleared.replaceWith(Optional.of(row.delivery()));
                            });
                });
    }

    /** Nothing is tried again after a newer one, or when its run was cancelled. */
    private static DeliveryState orOver(DeliveryState again, DeliveryRow row, boolean newer) {
        if (row.calledOff) {
            return new DeliveryState.Cancelled(row.attempts);
        }
        return newer ? new DeliveryState.Superseded(row.attempts) : again;
    }

    /** The attempt count tells two leases of the same owner apart. */
    private static boolean isHeld(DeliveryRow row, DeliveryState.Leased lease) {
        return row.state() instanceof DeliveryState.Leased held
                && held.owner().equals(lease.owner())
                && held.attempts() == lease.attempts();
    }

    private Uni<Boolean> newerWaits(DeliveryRow row) {
        return count(
                        "target = ?1 and record = ?2"
                                + " and (revision > ?3 or revision = ?3 and pass > ?4)",
                        row.target,
                        row.record,
                        row.revision,
                        row.pass)
                .map(count -> count > 0);
    }

    @Override
    public Uni<Void> release(String owner, Instant now) {
        return list("state = 'LEASED' and leaseOwner = ?1", owner)
                .chain(rows -> {
                    Uni<Void> released = Uni.createFrom().voidItem();
                    for (DeliveryRow row : rows) {
                        released =
                                released.chain(() -> newerWaits(row))
                                        .invoke(newer -> {
                                            DeliveryState again =
                                                    new DeliveryState.Due(
                                                            now, row.attempts, row.reason);
                                            row.become(orOver(again, row, newer), now);
                                        })
                                        .replaceWithVoid();
                    }
                    return released;
                });
    }

    @Override
    public Uni<List<Fed>> fed(
            UUID user, UUID otherThan, Instant from, Instant to, @Nullable String remoteId) {
        return list(FED, user, otherThan, from, to, remoteId)
                .map(rows -> rows.stream().map(DeliveryRow::fed).toList());
    }

    @Override
    public Uni<List<Delivery>> ofRuns(Collection<UUID> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return list("run in ?1", Sort.by("revision").and("pass").and("position"), runs)
                .map(rows -> rows.stream().map(DeliveryRow::delivery).toList());
    }

    private static Uni<Map<UUID, ContentRow>> contents(List<UUID> ids) {
        return Panache.getSession()
                .chain(session ->
                        session.createSelectionQuery(
                                        "from ContentRow where deliveryId in (:ids)",
                                        ContentRow.class)
                                .setParameter("ids", ids)
                                .getResultList())
                .map(rows -> rows.stream().collect(toMap(row -> row.deliveryId, row -> row)));
    }

    private static Uni<Void> dropContents(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session ->
                        session.createMutationQuery(
                                        "delete from ContentRow where deliveryId in (:ids)")
                                .setParameter("ids", ids)
                                .executeUpdate())
                .replaceWithVoid();
    }
}
