package io.pulseline.pipeline.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL. */
@ApplicationScoped
class PostgresDeliveryLedger implements DeliveryLedger, PanacheRepositoryBase<DeliveryRow, UUID> {
    /** For one that was killed and starts again. */
    private static final String RELEASE =
            """
            update delivery d set
                state = case when d.called_off then 'CANCELLED'
                    when d.overtaken then 'SUPERSEDED' else 'DUE' end,
                reason = case when d.called_off then 'the run was cancelled'
                    when d.overtaken then 'a newer revision goes out instead' else d.reason end,
                due_at = :now, lease_owner = null, lease_until = null, called_off = false,
                overtaken = false, changed_at = :now
            where d.state = 'LEASED' and d.lease_owner = :owner\
            """;

    private static final String FORGET_ENDED =
            """
            delete from delivery_content where delivery_id in (
                select c.delivery_id from delivery_content c join delivery d using (delivery_id)
                where d.state not in ('DUE', 'LEASED') and d.changed_at < :before
                limit :most)\
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
        DeliveryRow row = DeliveryRow.of(planned, now);
        return superseded(
                        now,
                        _ -> true,
                        "target = ?1 and record = ?2 and state in ('DUE', 'LEASED')"
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
        row.overtaken = false;
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
                "run in ?1 and state in ('DUE', 'LEASED') order by deliveryId",
                revisions.keySet());
    }

    private Uni<Void> superseded(
            Instant now, Predicate<DeliveryRow> stale, String which, Object... parameters) {
        return find(which, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(rows -> {
                    List<UUID> over = new ArrayList<>();
                    for (DeliveryRow row : rows.stream().filter(stale).toList()) {
                        if (row.state() instanceof DeliveryState.Due due) {
                            row.become(new DeliveryState.Superseded(due.attempts()), now);
                            over.add(row.deliveryId);
                        }
                        // The lock waits for a claim or an end of the same row.
                        row.overtaken = row.state() instanceof DeliveryState.Leased;
                    }
                    return dropContents(over);
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
                                        session.find(ContentRow.class, delivery)
                                                .map(content ->
                                                        retried(row, content != null, now))));
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
        return Claims.make(claim);
    }

    @Override
    public Uni<Set<UUID>> settle(Collection<Settlement> settlements, Instant now) {
        return Settlements.note(settlements, now);
    }

    @Override
    public Uni<Void> letGo(Collection<UUID> targets, Instant now) {
        return targets.isEmpty()
                ? Uni.createFrom().voidItem()
                : update(
                                "held = false, dueAt = ?1 where target in ?2 and held = true",
                                now,
                                targets)
                        .replaceWithVoid();
    }

    @Override
    public Uni<Void> release(String owner, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(RELEASE)
                                .setParameter("owner", owner)
                                .setParameter("now", now)
                                .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Fed>> fed(
            UUID user, UUID otherThan, Instant from, Instant to, @Nullable String remoteId) {
        return list(FED, user, otherThan, from, to, remoteId)
                .map(rows -> rows.stream().map(DeliveryRow::fed).toList());
    }

    @Override
    public Uni<Optional<Delivery>> one(UUID delivery) {
        return findById(delivery).map(row -> Optional.ofNullable(row).map(DeliveryRow::delivery));
    }

    @Override
    public Uni<List<Delivery>> ofTarget(
            UUID target, Instant from, Instant to, Set<String> states, int most) {
        return find(
                        "target = ?1 and changedAt >= ?2 and changedAt < ?3 and state in ?4",
                        Sort.by("changedAt").and("deliveryId"),
                        target,
                        from,
                        to,
                        states)
                .page(0, most)
                .list()
                .map(rows -> rows.stream().map(DeliveryRow::delivery).toList());
    }

    @Override
    public Uni<List<Delivery>> ofRuns(Collection<UUID> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession().chain(session -> ReadDeliveries.ofRuns(session, runs));
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
