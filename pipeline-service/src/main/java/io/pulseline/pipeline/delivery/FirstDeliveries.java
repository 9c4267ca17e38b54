package io.pulseline.pipeline.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries and what they send, entered in one statement, where there is nothing to look for. */
final class FirstDeliveries {
    /** Told as one JSON array: absent and null alike are null. */
    private static final String ENTER =
            """
            with planned as (
                select * from jsonb_to_recordset(cast(cast(:planned as text) as jsonb)) as p (
                    delivery_id uuid, target_id uuid, target_type text, position integer,
                    run_id uuid, record_id uuid, revision bigint, pass integer, event text,
                    fingerprint text, state text, due_at timestamptz, reason text, user_id uuid,
                    place uuid, started_at timestamptz, ended_at timestamptz,
                    changed_at timestamptz, in_order boolean, content text,
                    content_bytes integer)),
            entered as (
                insert into delivery (
                    delivery_id, target_id, target_type, position, run_id, record_id, revision,
                    pass, event, fingerprint, state, attempts, due_at, reason, user_id, place,
                    started_at, ended_at, changed_at, in_order)
                select p.delivery_id, p.target_id, p.target_type, p.position, p.run_id,
                    p.record_id, p.revision, p.pass, p.event, p.fingerprint, p.state, 0, p.due_at,
                    p.reason, p.user_id, p.place, p.started_at, p.ended_at, p.changed_at, p.in_order
                from planned p)
            insert into delivery_content (delivery_id, content, content_bytes)
            select p.delivery_id, decode(p.content, 'base64'), p.content_bytes
            from planned p where p.content is not null\
            """;

    private FirstDeliveries() {}

    static Uni<Void> enter(List<PlannedDelivery> planned, Instant now) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        planned.forEach(one -> rows.add(row(one, now)));
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ENTER)
                                .setParameter("planned", rows.toString())
                                .executeUpdate())
                .replaceWithVoid();
    }

    private static ObjectNode row(PlannedDelivery planned, Instant now) {
        DeliveryRow row = DeliveryRow.of(planned, now);
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("delivery_id", row.deliveryId.toString())
                        .put("target_id", row.target.toString())
                        .put("target_type", row.targetType)
                        .put("position", row.position)
                        .put("run_id", row.run.toString())
                        .put("record_id", row.record.toString())
                        .put("revision", row.revision)
                        .put("pass", row.pass)
                        .put("event", row.event)
                        .put("fingerprint", row.fingerprint)
                        .put("state", row.state)
                        .put("due_at", row.dueAt.toString())
                        .put("reason", row.reason)
                        .put("user_id", text(row.user))
                        .put("place", text(row.place))
                        .put("started_at", text(row.startedAt))
                        .put("ended_at", text(row.endedAt))
                        .put("changed_at", row.changedAt.toString())
                        .put("in_order", row.inOrder);
        if (row.state().mayBeSent()) {
            json.put("content", planned.content().zstd())
                    .put("content_bytes", planned.content().bytes());
        }
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
