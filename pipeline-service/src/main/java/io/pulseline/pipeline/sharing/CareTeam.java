package io.pulseline.pipeline.sharing;

import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Members of the care team who have asked for a code once, and their codes. To be called inside a
 * transaction.
 */
@ApplicationScoped
public class CareTeam {
    private static final String CURRENT =
            "select code, expires_at from care_code where user_id = :member"
                    + " and expires_at > :usefulUntil order by expires_at desc limit 1";

    private static final String KNOW =
            "insert into care_member (user_id, name) values (:member, :name)"
                    + " on conflict (user_id) do update set name = excluded.name";

    private static final String FORGET = "delete from care_code where expires_at <= :now";

    private static final String ADD =
            "insert into care_code (code, user_id, expires_at) values (:code, :member, :expires)";

    private static final String BY_CODE =
            "select m.user_id, m.name from care_code c join care_member m on m.user_id = c.user_id"
                    + " where c.code = :code and c.expires_at > :now";

    private static final String BY_ID =
            "select user_id, name from care_member where user_id = :member";

    /** Somebody who may be named. */
    record Member(UUID id, String name) {}

    /** A code that a member may still hand out; empty if there is none. */
    public Uni<Optional<CareCode>> current(UUID member, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(CURRENT, Object[].class)
                                .setParameter("member", member)
                                .setParameter("usefulUntil", now.plus(CareCode.USEFUL))
                                .getResultList())
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new CareCode((String) row[0], PlainValue.instant(row[1])))
                                .findFirst());
    }

    /** The same, made where there is none. From now on the member can be named. */
    Uni<CareCode> code(Member member, Instant now) {
        return know(member)
                .chain(() -> forget(now))
                .chain(() -> current(member.id(), now))
                .chain(current ->
                        current.isPresent()
                                ? Uni.createFrom().item(current.get())
                                : add(
                                        member,
                                        CareCode.random(now.truncatedTo(ChronoUnit.SECONDS))));
    }

    private static Uni<Integer> know(Member member) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(KNOW)
                                .setParameter("member", member.id())
                                .setParameter("name", member.name())
                                .executeUpdate());
    }

    private static Uni<Integer> forget(Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET).setParameter("now", now).executeUpdate());
    }

    private static Uni<CareCode> add(Member member, CareCode code) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ADD)
                                .setParameter("code", code.code())
                                .setParameter("member", member.id())
                                .setParameter("expires", code.expiresAt())
                                .executeUpdate())
                .replaceWith(code);
    }

    /** The one whom a code or an id names; empty if that is nobody, or not any more. */
    Uni<Optional<Member>> named(ShareWish.With with, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        switch (with) {
                            case ShareWish.With.Id(UUID id) ->
                                    session.createNativeQuery(BY_ID, Object[].class)
                                            .setParameter("member", id)
                                            .getResultList();
                            case ShareWish.With.Code(String code) ->
                                    session.createNativeQuery(BY_CODE, Object[].class)
                                            .setParameter("code", code)
                                            .setParameter("now", now)
                                            .getResultList();
                        })
                .map(rows ->
                        rows.stream()
                                .map(row -> new Member((UUID) row[0], (String) row[1]))
                                .findFirst());
    }
}
