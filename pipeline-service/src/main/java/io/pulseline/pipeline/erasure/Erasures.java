package io.pulseline.pipeline.erasure;

import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tables {@code erasure} and {@code erased_user}. To be called inside a transaction. Times are cut
 * to milliseconds, as capture times are.
 */
@ApplicationScoped
class Erasures {
    /** One that runs is not asked for again. */
    private static final String ASK =
            """
            insert into erasure (erasure_id, user_id, state, confirmation, asked_at, confirm_until)
            values (:id, :user, 'ASKED', :word, :now, :until)
            on conflict (user_id) do update
            set erasure_id = excluded.erasure_id, confirmation = excluded.confirmation,
                asked_at = excluded.asked_at, confirm_until = excluded.confirm_until
            where erasure.state = 'ASKED'\
            """;

    private static final String OF_USER =
            """
            select e.erasure_id, e.state, e.confirmation, e.asked_at, e.confirm_until,
                e.confirmed_at, u.erased_at, u.gone_at
            from (select cast(:user as uuid) as user_id) me
            left join erasure e on e.user_id = me.user_id
            left join erased_user u on u.user_id = me.user_id\
            """;

    private static final String FOUND =
            """
            select state, confirmation, confirm_until from erasure
            where erasure_id = :id and user_id = :user for update\
            """;

    private static final String BEGIN =
            """
            update erasure set state = 'SWEEPING', confirmed_at = :now, due_at = :now
            where erasure_id = :id\
            """;

    private static final String ERASED =
            """
            insert into erased_user (user_id, erased_at) values (:user, :now)
            on conflict (user_id) do update
            set erased_at = greatest(erased_user.erased_at, excluded.erased_at), gone_at = null\
            """;

    /** What a process had when it was killed, it takes up again at once. */
    private static final String CLAIM =
            """
            update erasure e set lease_owner = :owner, lease_until = :until
            from erased_user u
            where u.user_id = e.user_id and e.erasure_id = (
                select erasure_id from erasure
                where due_at <= :now
                    and (lease_until is null or lease_until <= :now or lease_owner = :owner)
                order by due_at limit 1 for update skip locked)
            returning e.erasure_id, e.user_id, e.state, u.erased_at\
            """;

    private static final String RENEW =
            "update erasure set lease_until = :until where erasure_id = :id and lease_owner = :owner";

    private static final String TO =
            """
            update erasure set state = :state, due_at = :due, lease_owner = null, lease_until = null
            where erasure_id = :id\
            """;

    private static final String GONE =
            "update erased_user set gone_at = :now where user_id = :user";

    private static final String DONE = "delete from erasure where erasure_id = :id";

    private static final String FORGET =
            "delete from erasure where state = 'ASKED' and confirm_until <= :now";

    /**
     * One that is under way and ours for a time.
     *
     * @param erasedAt as it is noted for the user now
     */
    record Claimed(UUID id, UUID user, Step step, Instant erasedAt) {}

    /** What there is to do; the names stand in the table. */
    enum Step {
        SWEEPING,
        SETTLING,
        LAST
    }

    /** False if one runs already. */
    Uni<Boolean> ask(UUID user, UUID id, String word, Instant now, Instant until) {
        return query(ASK)
                .chain(query ->
                        query.setParameter("id", id)
                                .setParameter("user", user)
                                .setParameter("word", word)
                                .setParameter("now", now)
                                .setParameter("until", until)
                                .executeUpdate())
                .map(rows -> rows > 0);
    }

    /** How far the user's is. */
    Uni<KnownErasure> of(UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_USER, Object[].class)
                                .setParameter("user", user)
                                .getSingleResult())
                .map(KnownErasure::of);
    }

    /** Begins it if that is the word. */
    Uni<ConfirmOutcome> confirm(UUID user, UUID id, String said, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FOUND, Object[].class)
                                .setParameter("id", id)
                                .setParameter("user", user)
                                .getResultList())
                .chain(rows -> {
                    ConfirmOutcome outcome =
                            rows.isEmpty()
                                    ? ConfirmOutcome.UNKNOWN
                                    : outcome(rows.getFirst(), said, now);
                    boolean begins = outcome == ConfirmOutcome.RUNNING && isAsked(rows.getFirst());
                    return begins
                            ? begun(user, id, now).replaceWith(outcome)
                            : Uni.createFrom().item(outcome);
                });
    }

    private static ConfirmOutcome outcome(Object[] row, String said, Instant now) {
        if (!isAsked(row)) {
            return ConfirmOutcome.RUNNING;
        }
        if (!PlainValue.instant(row[2]).isAfter(now)) {
            return ConfirmOutcome.EXPIRED;
        }
        return ConfirmationWord.matches((String) row[1], said)
                ? ConfirmOutcome.RUNNING
                : ConfirmOutcome.OTHER_WORD;
    }

    private static boolean isAsked(Object[] row) {
        return "ASKED".equals(row[0]);
    }

    private static Uni<Void> begun(UUID user, UUID id, Instant now) {
        return query(BEGIN)
                .chain(query ->
                        query.setParameter("id", id).setParameter("now", now).executeUpdate())
                .chain(() -> erased(user, now));
    }

    /** From now on nothing is taken that was captured until then. */
    static Uni<Void> erased(UUID user, Instant at) {
        return query(ERASED)
                .chain(query ->
                        query.setParameter("user", user).setParameter("now", at).executeUpdate())
                .replaceWithVoid();
    }

    /** One that is due; empty if none is. */
    Uni<Optional<Claimed>> claim(String owner, Instant now, Instant until) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(CLAIM, Object[].class)
                                .setParameter("owner", owner)
                                .setParameter("now", now)
                                .setParameter("until", until)
                                .getResultList())
                .map(rows -> rows.stream().findFirst().map(Erasures::claimed));
    }

    private static Claimed claimed(Object[] row) {
        return new Claimed(
                (UUID) row[0],
                (UUID) row[1],
                Step.valueOf((String) row[2]),
                PlainValue.instant(row[3]));
    }

    /** Deletes some rows, and keeps the claim. */
    Uni<Integer> sweep(Claimed ours, String deletion, int most, String owner, Instant until) {
        return query(deletion)
                .chain(query ->
                        query.setParameter("user", ours.user())
                                .setParameter("most", most)
                                .executeUpdate())
                .call(() ->
                        query(RENEW)
                                .chain(query ->
                                        query.setParameter("id", ours.id())
                                                .setParameter("owner", owner)
                                                .setParameter("until", until)
                                                .executeUpdate()));
    }

    /** It goes on from there at that time. */
    Uni<Void> to(Claimed ours, Step step, Instant due) {
        return query(TO)
                .chain(query ->
                        query.setParameter("id", ours.id())
                                .setParameter("state", step.name())
                                .setParameter("due", due)
                                .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing is left of the user, the request included. */
    Uni<Void> done(Claimed ours, Instant now) {
        return query(GONE)
                .chain(query ->
                        query.setParameter("user", ours.user())
                                .setParameter("now", now)
                                .executeUpdate())
                .chain(() -> query(DONE))
                .chain(query -> query.setParameter("id", ours.id()).executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets what was not confirmed in time. */
    Uni<Integer> forget(Instant now) {
        return query(FORGET).chain(query -> query.setParameter("now", now).executeUpdate());
    }

    private static Uni<Mutiny.MutationQuery> query(String sql) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(Objects.requireNonNull(sql)));
    }
}
