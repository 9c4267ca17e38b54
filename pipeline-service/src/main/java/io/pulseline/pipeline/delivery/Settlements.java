package io.pulseline.pipeline.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Attempts that have ended, noted in one statement, however many. */
final class Settlements {
    /**
     * Told as one JSON array. Owner and count of attempts tell two leases apart; the contents of
     * what will never be sent again go.
     */
    private static final String SETTLE =
            """
            with ended as (
                select * from jsonb_to_recordset(cast(cast(:ended as text) as jsonb)) as e (
                    delivery_id uuid, owner text, attempts integer, state text,
                    due_at timestamptz, reason text, remote_id text, milliseconds bigint,
                    attempt jsonb, uncounted integer, held boolean, progress text)),
            mine as (
                select d.delivery_id, d.called_off, d.overtaken from delivery d
                join ended e using (delivery_id)
                where d.state = 'LEASED' and d.lease_owner = e.owner and d.attempts = e.attempts
                order by d.delivery_id for update of d),
            settled as (
                update delivery d set
                    state = case when e.state <> 'DUE' then e.state
                        when m.called_off then 'CANCELLED'
                        when m.overtaken then 'SUPERSEDED'
                        else 'DUE' end,
                    reason = case when e.state <> 'DUE' then e.reason
                        when m.called_off then 'the run was cancelled'
                        when m.overtaken then 'a newer revision goes out instead'
                        else e.reason end,
                    due_at = coalesce(e.due_at, d.due_at),
                    remote_id = coalesce(e.remote_id, d.remote_id),
                    lease_owner = null, lease_until = null, called_off = false,
                    overtaken = false, held = e.held,
                    uncounted = d.uncounted + e.uncounted, progress = e.progress,
                    duration_milliseconds = e.milliseconds, changed_at = :now,
                    attempt_log = cast(case
                        when jsonb_array_length(cast(d.attempt_log as jsonb)) >= :most
                            then cast(d.attempt_log as jsonb) - 0
                        else cast(d.attempt_log as jsonb) end || e.attempt as text)
                from ended e join mine m using (delivery_id)
                where d.delivery_id = e.delivery_id
                returning d.delivery_id, d.state),
            dropped as (
                delete from delivery_content c using settled s
                where c.delivery_id = s.delivery_id
                    and s.state in ('DELIVERED', 'SUPERSEDED', 'CANCELLED'))
            select delivery_id from settled\
            """;

    private Settlements() {}

    static Uni<Set<UUID>> note(Collection<Settlement> settlements, Instant now) {
        if (settlements.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        settlements.forEach(one -> rows.add(row(one)));
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(SETTLE, UUID.class)
                                .setParameter("ended", rows.toString())
                                .setParameter("now", now)
                                .setParameter("most", PastAttempt.MOST)
                                .getResultList())
                .map(HashSet::new);
    }

    private static ObjectNode row(Settlement settlement) {
        DeliveryState next = settlement.next();
        return JsonNodeFactory.instance
                .objectNode()
                .put("delivery_id", settlement.delivery().toString())
                .put("owner", settlement.lease().owner())
                .put("attempts", settlement.lease().attempts())
                .put("state", next.word())
                .put("due_at", next instanceof DeliveryState.Due due ? due.at().toString() : null)
                .put("reason", next.reason())
                .put(
                        "remote_id",
                        next instanceof DeliveryState.Delivered(_, _, String id) ? id : null)
                .put("milliseconds", settlement.past().durationMilliseconds())
                .put("uncounted", settlement.isCounted() ? 0 : 1)
                .put("held", settlement.isHeld())
                .put("progress", settlement.progress())
                .set("attempt", settlement.past().json());
    }
}
