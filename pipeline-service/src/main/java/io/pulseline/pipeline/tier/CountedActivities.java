package io.pulseline.pipeline.tier;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Table {@code counted_activity}. To be called inside a transaction. */
@ApplicationScoped
class CountedActivities implements PanacheRepositoryBase<CountedActivityRow, UUID> {
    private static final String COUNT =
            """
            select
                count(case when countedAt >= :beginning and countedAt < :ending then 1 end),
                count(case when recordId = :record then 1 end)
            from CountedActivityRow
            where user = :user
                and (recordId = :record or countedAt >= :beginning and countedAt < :ending)\
            """;

    /**
     * What is counted of a user.
     *
     * @param activities of the month
     * @param hasThis whether the activity asked for is counted, in whatever month
     */
    record Count(long activities, boolean hasThis) {}

    Uni<Long> inMonth(UUID user, CalendarMonth month) {
        return count(
                "user = ?1 and countedAt >= ?2 and countedAt < ?3",
                user,
                month.begin(),
                month.next().begin());
    }

    /** Of all users. */
    Uni<Long> inMonth(CalendarMonth month) {
        return count("countedAt >= ?1 and countedAt < ?2", month.begin(), month.next().begin());
    }

    Uni<Count> inMonth(UUID user, CalendarMonth month, UUID recordId) {
        return Panache.getSession()
                .chain(session ->
                        session.createQuery(COUNT, Object[].class)
                                .setParameter("user", user)
                                .setParameter("beginning", month.begin())
                                .setParameter("ending", month.next().begin())
                                .setParameter("record", recordId)
                                .getSingleResult())
                .map(row -> new Count((Long) row[0], (Long) row[1] > 0));
    }

    Uni<Void> add(UUID user, UUID recordId, Instant now) {
        CountedActivityRow row = new CountedActivityRow();
        row.recordId = recordId;
        row.user = user;
        row.countedAt = now;
        return persistAndFlush(row).replaceWithVoid();
    }
}
