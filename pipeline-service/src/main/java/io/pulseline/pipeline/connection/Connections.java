package io.pulseline.pipeline.connection;

import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** All connections, as they were last told. To be called inside a transaction. */
@ApplicationScoped
public class Connections {
    private static final String OF_USER =
            """
            select cast(told as text), state_since from connection
            where user_id = :user
                and connection_id = coalesce(cast(cast(:id as text) as uuid), connection_id)
            order by (state = 'CONNECTED') desc, provider, connection_id\
            """;

    private static final String BY_STATE =
            "select state, count(*) from connection group by state order by state";

    private static final String BY_PROVIDER =
            "select provider, count(*) from connection group by provider order by provider";

    /** What is told again at the same time is fresher; what is told of an earlier one is not. */
    private static final String KEEP =
            """
            insert into connection as kept (connection_id, user_id, provider, state, reason,
                state_since, changed_at, told)
            values (:id, :user, :provider, :state, cast(:reason as text),
                :changed, :changed, cast(cast(:told as text) as jsonb))
            on conflict (connection_id) do update
            set user_id = excluded.user_id, provider = excluded.provider, state = excluded.state,
                reason = excluded.reason,
                state_since = case when kept.state = excluded.state then kept.state_since
                    else excluded.changed_at end,
                changed_at = excluded.changed_at, told = excluded.told
            where excluded.changed_at >= kept.changed_at\
            """;

    private static final String REMOVE = "delete from connection where connection_id = :id";

    /** A user's own, connected ones first. */
    public Uni<List<Connection>> ofUser(UUID user) {
        return read(user, null);
    }

    /** Empty also where it is another user's. */
    public Uni<Optional<Connection>> one(UUID user, UUID id) {
        return read(user, id).map(found -> found.stream().findFirst());
    }

    private static Uni<List<Connection>> read(UUID user, @Nullable UUID id) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_USER, Object[].class)
                                .setParameter("user", user)
                                .setParameter("id", id == null ? null : id.toString())
                                .getResultList())
                .map(rows -> rows.stream().map(Connections::connection).toList());
    }

    private static Connection connection(Object[] row) {
        return Told.connection((String) row[0], PlainValue.instant(row[1]));
    }

    /** How many connections of all users are in each state that any is in, for operators. */
    public Uni<Map<String, Long>> countsByState() {
        return counts(BY_STATE);
    }

    /** How many connections of all users each provider has, in whatever state, for operators. */
    public Uni<Map<String, Long>> countsByProvider() {
        return counts(BY_PROVIDER);
    }

    private static Uni<Map<String, Long>> counts(String statement) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(statement, Object[].class).getResultList())
                .map(rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
                    return counts;
                });
    }

    /**
     * Takes what was told, in that order. What is older than what is known changes nothing.
     *
     * @return how many of them changed something
     */
    public Uni<Integer> take(List<ConnectionNews> all) {
        return Panache.getSession()
                .chain(session -> {
                    Uni<Integer> taken = Uni.createFrom().item(0);
                    for (ConnectionNews news : all) {
                        taken = taken.chain(sum -> take(session, news).map(one -> sum + one));
                    }
                    return taken;
                });
    }

    private static Uni<Integer> take(Mutiny.Session session, ConnectionNews news) {
        return switch (news) {
            case ConnectionNews.Changed(Connection now, String told) ->
                    session.createNativeQuery(KEEP)
                            .setParameter("id", now.id())
                            .setParameter("user", now.user())
                            .setParameter("provider", now.provider())
                            .setParameter("state", now.state())
                            .setParameter("reason", now.reason())
                            .setParameter("changed", now.changedAt())
                            .setParameter("told", told)
                            .executeUpdate();
            case ConnectionNews.Gone(UUID id) ->
                    session.createNativeQuery(REMOVE).setParameter("id", id).executeUpdate();
        };
    }
}
