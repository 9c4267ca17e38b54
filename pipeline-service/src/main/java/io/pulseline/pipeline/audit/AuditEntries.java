package io.pulseline.pipeline.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.access.audit.Act;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Table {@code audit_entry}. To be called inside a transaction. */
@ApplicationScoped
public class AuditEntries {
    private static final String COLUMNS =
            "entry_id, at, actor_id, actor_name, roles, method, path, object_ids, status, client";

    /**
     * One statement for any number of them. What is told again is there already, and what arrives
     * late of somebody who was erased since has no name any more.
     */
    private static final String ADD =
            """
            insert into audit_entry (act_id, at, actor_id, actor_name, roles, method, path,
                object_ids, about_user_id, status, client)
            select act_id, at,
                case when actor.user_id is null then actor_id end,
                case when actor.user_id is null then actor_name end,
                roles, method, path,
                case when about.user_id is null then object_ids else '' end,
                case when about.user_id is null then about_user_id end,
                status, client
            from jsonb_to_recordset(cast(cast(:acts as text) as jsonb)) as act(act_id uuid,
                at timestamptz, actor_id uuid, actor_name text, roles text, method text, path text,
                object_ids text, about_user_id uuid, status integer, client text)
            left join erased_user actor on actor.user_id = actor_id and actor.erased_at >= at
            left join erased_user about on about.user_id = about_user_id and about.erased_at >= at
            on conflict (act_id) do nothing\
            """;

    private static final String OF_ALL =
            "select "
                    + COLUMNS
                    + " from audit_entry where entry_id < :before order by entry_id desc limit :most";

    private static final String OF_ONE =
            "select "
                    + COLUMNS
                    + " from audit_entry where actor_id = :actor and entry_id < :before"
                    + " order by entry_id desc limit :most";

    private static final String FORGET =
            """
            delete from audit_entry where entry_id = any(array(
                select entry_id from audit_entry where at < :before order by at limit :most))\
            """;

    /** Of everybody, latest first; {@code before} is the id after which they begin. */
    public Uni<List<AuditEntry>> latest(long before, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_ALL, Object[].class)
                                .setParameter("before", before)
                                .setParameter("most", most)
                                .getResultList())
                .map(AuditEntries::entries);
    }

    /** The same of what one user did. */
    Uni<List<AuditEntry>> latestOf(UUID actor, long before, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_ONE, Object[].class)
                                .setParameter("actor", actor)
                                .setParameter("before", before)
                                .setParameter("most", most)
                                .getResultList())
                .map(AuditEntries::entries);
    }

    private static List<AuditEntry> entries(List<Object[]> rows) {
        return rows.stream().map(AuditEntry::of).toList();
    }

    /**
     * Adds what is not there yet.
     *
     * @return how many were new
     */
    public Uni<Integer> add(List<Act> acts) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ADD)
                                .setParameter("acts", json(acts))
                                .executeUpdate());
    }

    /** Deletes some that are from before then. */
    Uni<Integer> forget(Instant before, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET)
                                .setParameter("before", before)
                                .setParameter("most", most)
                                .executeUpdate());
    }

    private static String json(List<Act> acts) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Act act : acts) {
            all.addObject()
                    .put("act_id", act.id().toString())
                    .put("at", act.at().toString())
                    .put("actor_id", act.actor().toString())
                    .put("actor_name", act.actorName())
                    .put("roles", String.join(" ", act.roles()))
                    .put("method", act.method())
                    .put("path", act.path())
                    .put("object_ids", String.join(" ", act.objectIds()))
                    .put("about_user_id", textOrNull(act.aboutUser()))
                    .put("status", act.status())
                    .put("client", act.client());
        }
        return all.toString();
    }

    private static @Nullable String textOrNull(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
