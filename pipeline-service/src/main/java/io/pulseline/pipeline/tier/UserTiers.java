package io.pulseline.pipeline.tier;

import io.pulseline.pipeline.setting.Tier;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Table {@code user_tier}. To be called inside a transaction. */
@ApplicationScoped
class UserTiers implements PanacheRepositoryBase<UserTierRow, UUID> {
    /** Of users who were given none. */
    private static final Tier USUAL = Tier.HOBBYIST;

    private static final String LOCK =
            """
            insert into user_tier (user_id, tier) values (:user, :usual)
            on conflict (user_id) do update set user_id = excluded.user_id
            returning tier\
            """;

    private static final String GIVE =
            """
            insert into user_tier (user_id, tier, changed_at) values (:user, :tier, :now)
            on conflict (user_id) do update
                set tier = excluded.tier, changed_at = excluded.changed_at\
            """;

    private static final String COUNTS =
            "select tier, count(*) from user_tier group by tier order by tier";

    Uni<Tier> of(UUID user) {
        return findById(user).map(row -> row == null ? USUAL : Tier.valueOf(row.tier));
    }

    /** The same; every other transaction that asks for it waits until ours has ended. */
    Uni<Tier> locked(UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(LOCK, String.class)
                                .setParameter("user", user)
                                .setParameter("usual", USUAL.name())
                                .getSingleResult())
                .map(Tier::valueOf);
    }

    /** How many users have each tier that any has. */
    Uni<Map<String, Long>> counts() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNTS, Object[].class).getResultList())
                .map(rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
                    return counts;
                });
    }

    Uni<Void> give(UUID user, Tier tier, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(GIVE)
                                .setParameter("user", user)
                                .setParameter("tier", tier.name())
                                .setParameter("now", now)
                                .executeUpdate())
                .replaceWithVoid();
    }
}
