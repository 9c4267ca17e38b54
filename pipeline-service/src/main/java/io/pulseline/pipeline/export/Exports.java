package io.pulseline.pipeline.export;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code export}. To be called inside a transaction. */
@ApplicationScoped
class Exports {
    private static final String SELECT = "select " + Export.COLUMNS + " from export ";

    /** Those before it make room: one file for each user is enough. */
    private static final String OLDER =
            "update export set expires_at = :now where user_id = :user and state <> 'RUNNING'";

    private static final String ASK =
            """
            insert into export (export_id, user_id, state, asked_at, done, total)
            values (:id, :user, 'RUNNING', :now, 0, 0)
            on conflict (user_id) where state = 'RUNNING' do nothing\
            """;

    /** What a process had when it was killed, it takes up again at once. */
    private static final String CLAIM =
            """
            update export set lease_owner = :owner, lease_until = :until, done = 0, total = 0
            where export_id = (
                select export_id from export
                where state = 'RUNNING'
                    and (lease_until is null or lease_until <= :now or lease_owner = :owner)
                order by asked_at limit 1 for update skip locked)\
            """
                    + " returning "
                    + Export.COLUMNS;

    private static final String PROGRESS =
            """
            update export set done = :done, total = :total, lease_until = :until
            where export_id = :id and state = 'RUNNING' and lease_owner = :owner\
            """;

    private static final String READY =
            """
            update export set state = 'READY', done = total, file_bytes = :bytes,
                expires_at = :expires, lease_owner = null, lease_until = null
            where export_id = :id and state = 'RUNNING' and lease_owner = :owner\
            """;

    private static final String FAILED =
            """
            update export set state = 'FAILED', reason = :reason, expires_at = :expires,
                lease_owner = null, lease_until = null
            where export_id = :id and state = 'RUNNING' and lease_owner = :owner\
            """;

    private static final String FORGET =
            "delete from export where expires_at <= :now returning export_id";

    private static final String FORGET_ALL =
            "delete from export where user_id = :user returning export_id";

    /** The one that runs for the user: a new one, if none did. */
    Uni<Export> ask(UUID user, UUID id, Instant now) {
        return changed(OLDER, Map.of("user", user, "now", now))
                .chain(() -> changed(ASK, Map.of("id", id, "user", user, "now", now)))
                .chain(() ->
                        exports(
                                SELECT + "where user_id = :user and state = 'RUNNING'",
                                Map.of("user", user)))
                .map(List::getFirst);
    }

    /** The user's own, latest first; those that have expired are not shown. */
    Uni<List<Export>> of(UUID user, Instant now) {
        return exports(
                SELECT
                        + "where user_id = :user and (expires_at is null or expires_at > :now)"
                        + " order by asked_at desc",
                Map.of("user", user, "now", now));
    }

    /** The user's own of that id; empty if there is none, also if it is somebody else's. */
    Uni<Optional<Export>> of(UUID user, UUID id, Instant now) {
        return of(user, now)
                .map(all -> all.stream().filter(export -> export.id().equals(id)).findFirst());
    }

    /** One to be made, from its beginning; empty if there is none. */
    Uni<Optional<Export>> claim(String owner, Instant now, Instant until) {
        return exports(CLAIM, Map.of("owner", owner, "now", now, "until", until))
                .map(all -> all.stream().findFirst());
    }

    /** Notes how far it is, and keeps the claim; false if it is ours no more. */
    Uni<Boolean> progress(UUID id, String owner, long done, long total, Instant until) {
        return changed(
                        PROGRESS,
                        Map.of(
                                "id", id, "owner", owner, "done", done, "total", total, "until",
                                until))
                .map(rows -> rows > 0);
    }

    /** Its file is there; false if it is ours no more. */
    Uni<Boolean> ready(UUID id, String owner, long bytes, Instant expires) {
        return changed(READY, Map.of("id", id, "owner", owner, "bytes", bytes, "expires", expires))
                .map(rows -> rows > 0);
    }

    /** There will be no file. */
    Uni<Boolean> failed(UUID id, String owner, String reason, Instant expires) {
        return changed(
                        FAILED,
                        Map.of("id", id, "owner", owner, "reason", reason, "expires", expires))
                .map(rows -> rows > 0);
    }

    /** Forgets those that have expired; gives their ids. */
    Uni<List<UUID>> forget(Instant now) {
        return ids(FORGET, Map.of("now", now));
    }

    /** Forgets all of a user; gives their ids. */
    Uni<List<UUID>> forgetAll(UUID user) {
        return ids(FORGET_ALL, Map.of("user", user));
    }

    private static Uni<Integer> changed(String sql, Map<String, Object> values) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.MutationQuery query = session.createNativeQuery(sql);
                    values.forEach(query::setParameter);
                    return query.executeUpdate();
                });
    }

    private static Uni<List<UUID>> ids(String sql, Map<String, Object> values) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<UUID> query = session.createNativeQuery(sql, UUID.class);
                    values.forEach(query::setParameter);
                    return query.getResultList();
                });
    }

    private static Uni<List<Export>> exports(String sql, Map<String, Object> values) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query =
                            session.createNativeQuery(sql, Object[].class);
                    values.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(Export::of).toList());
    }
}
