package io.pulseline.pipeline.delivery;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.database.UuidArray;
import io.pulseline.pipeline.target.EventType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Leases what is due, with {@code FOR UPDATE SKIP LOCKED}, and brings all that is needed to send
 * it: a fixed number of statements.
 */
final class Claims {
    /**
     * So many times what is wanted is looked at, so that a target with a lot that is due does not
     * hide the others; if it does, it is busy the next time.
     */
    private static final int SEEN = 4;

    /**
     * A lease that ran out may have been sent: with a newer one begun, or its run cancelled, it is
     * not repeated. Else it is due again, in its old place.
     */
    private static final String END_LEASES =
            """
            with over as (
                select d.delivery_id from delivery d
                where d.state = 'LEASED' and d.lease_until <= :now for update skip locked)
            update delivery d set
                state = case when d.called_off then 'CANCELLED'
                    when d.overtaken then 'SUPERSEDED' else 'DUE' end,
                reason = case when d.called_off then 'the run was cancelled'
                    when d.overtaken then 'a newer revision goes out instead' else d.reason end,
                lease_owner = null, lease_until = null, called_off = false, overtaken = false,
                changed_at = :now
            from over where d.delivery_id = over.delivery_id\
            """;

    /**
     * Only the head of what is due is looked at, in the order of the index, so that a claim costs
     * the same however much there is; subqueries instead of "not exists", which the planner would
     * answer by reading the whole table. Of two revisions of one record that are due together,
     * after a release, the older goes first.
     */
    private static final String CLAIM =
            """
            with head as materialized (
                select d.delivery_id, d.target_id, d.record_id, d.revision, d.pass, d.in_order,
                    d.sequence, d.due_at
                from delivery d
                where d.state = 'DUE' and not d.held and d.due_at <= :now
                    and d.target_id <> all(cast(cast(:busy as text) as uuid[]))
                order by d.due_at limit :seen),
            eligible as materialized (
                select h.delivery_id, h.target_id, h.due_at,
                    row_number() over (partition by h.target_id order by h.due_at) as place
                from head h
                where (select other.delivery_id from delivery other
                        where other.target_id = h.target_id and other.record_id = h.record_id
                            and other.delivery_id <> h.delivery_id
                            and (other.state = 'LEASED' or other.state = 'DUE'
                                and (other.revision, other.pass) < (h.revision, h.pass))
                        limit 1) is null
                    and (not h.in_order or (select earlier.delivery_id from delivery earlier
                        where earlier.target_id = h.target_id
                            and earlier.in_order and earlier.state in ('DUE', 'LEASED')
                            and earlier.sequence < h.sequence
                        limit 1) is null)),
            due as materialized (
                select d.delivery_id from delivery d
                where d.delivery_id = any (array(
                        select e.delivery_id from eligible e
                        where e.place <= :most_of_target - coalesce(cast(cast(
                                cast(:under_way as text) as jsonb)
                                    ->> cast(e.target_id as text) as integer), 0)
                        order by e.due_at limit :most))
                    and d.state = 'DUE' and not d.held
                for update of d skip locked)
            update delivery d set state = 'LEASED', attempts = d.attempts + 1,
                lease_owner = :owner, lease_until = :until, called_off = false,
                overtaken = false, changed_at = :now
            from due where d.delivery_id = due.delivery_id
            returning\
            """
                    + " "
                    + ReadDeliveries.COLUMNS
                    + ", d.uncounted, d.progress";

    /** What claimed deliveries are to send. */
    private static final String CONTENTS =
            "select c.delivery_id, c.content, c.content_bytes from delivery_content c"
                    + " where c.delivery_id = any(cast(cast(:ids as text) as uuid[]))";

    /** What targets have had of the records of these deliveries, the latest last. */
    private static final String REMOTE_IDS =
            """
            select d.delivery_id, past.event, past.remote_id from delivery d
            join delivery past on past.target_id = d.target_id and past.record_id = d.record_id
            where d.delivery_id = any(cast(cast(:ids as text) as uuid[]))
                and past.state = 'DELIVERED'
            order by past.revision, past.pass, past.changed_at\
            """;

    private Claims() {}

    static Uni<List<ClaimedDelivery>> make(Claim claim) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(END_LEASES)
                                .setParameter("now", claim.now())
                                .executeUpdate()
                                .chain(_ ->
                                        session.createNativeQuery(CLAIM, Object[].class)
                                                .setParameter("now", claim.now())
                                                .setParameter(
                                                        "busy", UuidArray.of(claim.busyTargets()))
                                                .setParameter("most", claim.most())
                                                .setParameter(
                                                        "most_of_target", claim.mostOfTarget())
                                                .setParameter("under_way", counts(claim.underWay()))
                                                .setParameter("seen", SEEN * claim.most())
                                                .setParameter("owner", claim.owner())
                                                .setParameter("until", claim.until())
                                                .getResultList())
                                .chain(rows -> claimed(session, rows)));
    }

    private static String counts(Map<UUID, Integer> underWay) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        underWay.forEach((target, count) -> counts.put(target.toString(), count));
        return counts.toString();
    }

    private static Uni<List<ClaimedDelivery>> claimed(Mutiny.Session session, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String ids = UuidArray.of(rows.stream().map(row -> (UUID) row[0]).toList());
        return session.createNativeQuery(CONTENTS, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .map(Claims::contents)
                .chain(contents ->
                        session.createNativeQuery(REMOTE_IDS, Object[].class)
                                .setParameter("ids", ids)
                                .getResultList()
                                .map(past -> claimed(rows, contents, remoteIds(past))));
    }

    private static Map<UUID, Packed> contents(List<Object[]> rows) {
        return rows.stream()
                .collect(
                        toMap(
                                row -> (UUID) row[0],
                                row ->
                                        Packed.stored(
                                                (byte[]) row[1], ((Number) row[2]).intValue())));
    }

    private static Map<UUID, String> remoteIds(List<Object[]> past) {
        Map<UUID, String> latest = new HashMap<>();
        for (Object[] one : past) {
            UUID delivery = (UUID) one[0];
            if (EventType.DELETED.name().equals(one[1]) || one[2] == null) {
                latest.remove(delivery);
            } else {
                latest.put(delivery, (String) one[2]);
            }
        }
        return latest;
    }

    private static List<ClaimedDelivery> claimed(
            List<Object[]> rows, Map<UUID, Packed> contents, Map<UUID, String> remoteIds) {
        return rows.stream()
                .sorted(comparing(ReadDeliveries::dueAt))
                .map(row -> claimed(row, contents.get(row[0]), remoteIds.get(row[0])))
                .toList();
    }

    private static ClaimedDelivery claimed(
            Object[] row, @Nullable Packed content, @Nullable String remoteId) {
        Delivery delivery = ReadDeliveries.delivery(row);
        if (content == null || !(delivery.state() instanceof DeliveryState.Leased lease)) {
            throw new IllegalStateException("delivery " + delivery.id() + " has no content");
        }
        return new ClaimedDelivery(
                delivery,
                lease,
                content,
                ((Number) row[ReadDeliveries.WIDTH]).intValue(),
                remoteId,
                (String) row[ReadDeliveries.WIDTH + 1]);
    }
}
