package io.pulseline.pipeline.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All shares, and who looked. To be called inside a transaction. */
@ApplicationScoped
class Shares {
    /** How long a user sees of an ended share who looked. */
    private static final Duration KEPT_ENDED = Duration.ofDays(366);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS =
            "select share_id, user_id, member_user_id, member_name, label, until, time_zone, ends_at,"
                    + " shared_at from share where ";

    private static final String OF_USER =
            COLUMNS + "user_id = :user order by ends_at desc, share_id";

    private static final String OF_PAIR = COLUMNS + "user_id = :user and member_user_id = :member";

    private static final String ACTIVE_OF_PAIR = OF_PAIR + " and ends_at > :now";

    private static final String ACTIVE_OF_MEMBER =
            COLUMNS + "member_user_id = :member and ends_at > :now order by label, share_id";

    /** One that has ended begins anew; one that has not goes on until another day. */
    private static final String PUT =
            """
            insert into share as kept (share_id, user_id, member_user_id, member_name, label, until,
                time_zone, ends_at, shared_at)
            values (:id, :user, :member, :memberName, :label, :until, :zone, :ends, :now)
            on conflict (user_id, member_user_id) do update
            set member_name = excluded.member_name, label = excluded.label, until = excluded.until,
                time_zone = excluded.time_zone, ends_at = excluded.ends_at,
                shared_at = case when kept.ends_at > excluded.shared_at then kept.shared_at
                    else excluded.shared_at end\
            """;

    private static final String FORGET =
            "delete from share where user_id = :user and ends_at < :before";

    private static final String END =
            "update share set ends_at = least(ends_at, :now)"
                    + " where share_id = :id and user_id = :user";

    private static final String LOOKED =
            """
            insert into sharing_look as kept (share_id, looked_on, looks)
            select look.share_id, look.looked_on, 1
            from json_to_recordset(cast(cast(:looks as text) as json))
                as look(share_id uuid, looked_on date)
            join share on share.share_id = look.share_id
            on conflict (share_id, looked_on) do update set looks = kept.looks + 1\
            """;

    private static final String LOOKS_OF_USER =
            "select l.share_id, l.looked_on, l.looks from sharing_look l"
                    + " join share s on s.share_id = l.share_id where s.user_id = :user"
                    + " order by l.looked_on desc, l.share_id";

    /** How often a member looked on one of the user's days. */
    record Looks(LocalDate date, int looks) {}

    /** Takes the place of what the two had before. */
    Uni<Share> put(Share share, Instant now) {
        return forget(share.user(), now)
                .chain(() -> write(share))
                .chain(() -> Panache.getSession())
                .chain(session ->
                        session.createNativeQuery(OF_PAIR, Object[].class)
                                .setParameter("user", share.user())
                                .setParameter("member", share.member())
                                .getSingleResult())
                .map(Shares::share);
    }

    private static Uni<Integer> forget(UUID user, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET)
                                .setParameter("user", user)
                                .setParameter("before", now.minus(KEPT_ENDED))
                                .executeUpdate());
    }

    private static Uni<Integer> write(Share share) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(PUT)
                                .setParameter("id", share.id())
                                .setParameter("user", share.user())
                                .setParameter("member", share.member())
                                .setParameter("memberName", share.memberName())
                                .setParameter("label", share.label())
                                .setParameter("until", share.until())
                                .setParameter("zone", share.zone().getId())
                                .setParameter("ends", share.endsAt())
                                .setParameter("now", share.sharedAt())
                                .executeUpdate());
    }

    /** A user's own, those that hold longest first; ended ones too, for a year. */
    Uni<List<Share>> ofUser(UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_USER, Object[].class)
                                .setParameter("user", user)
                                .getResultList())
                .map(Shares::shares);
    }

    /** Who looked at a user, by share, latest first. */
    Uni<Map<UUID, List<Looks>>> looksOfUser(UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(LOOKS_OF_USER, Object[].class)
                                .setParameter("user", user)
                                .getResultList())
                .map(rows -> {
                    Map<UUID, List<Looks>> looks = new HashMap<>();
                    for (Object[] row : rows) {
                        looks.computeIfAbsent((UUID) row[0], _ -> new ArrayList<>())
                                .add(new Looks((LocalDate) row[1], (Integer) row[2]));
                    }
                    return looks;
                });
    }

    /** Ends it at once; false if the user has none of that id. */
    Uni<Boolean> end(UUID user, UUID id, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(END)
                                .setParameter("id", id)
                                .setParameter("user", user)
                                .setParameter("now", now)
                                .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Those that a member may read, by label. */
    Uni<List<Share>> ofMember(UUID member, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ACTIVE_OF_MEMBER, Object[].class)
                                .setParameter("member", member)
                                .setParameter("now", now)
                                .getResultList())
                .map(Shares::shares);
    }

    /** What lets a member read a user; empty if nothing does, or not any more. */
    Uni<Optional<Share>> between(UUID member, UUID user, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ACTIVE_OF_PAIR, Object[].class)
                                .setParameter("member", member)
                                .setParameter("user", user)
                                .setParameter("now", now)
                                .getResultList())
                .map(rows -> shares(rows).stream().findFirst());
    }

    /** Counts one look at each of them. */
    Uni<Void> looked(List<Share> at, Instant now) {
        List<Map<String, String>> looks =
                at.stream()
                        .map(share ->
                                Map.of(
                                        "share_id", share.id().toString(),
                                        "looked_on", share.dateAt(now).toString()))
                        .toList();
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(LOOKED)
                                .setParameter("looks", json(looks))
                                .executeUpdate())
                .replaceWithVoid();
    }

    private static String json(List<Map<String, String>> looks) {
        try {
            return JSON.writeValueAsString(looks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private static List<Share> shares(List<Object[]> rows) {
        return rows.stream().map(Shares::share).toList();
    }

    private static Share share(Object[] row) {
        return new Share(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (String) row[4],
                (LocalDate) row[5],
                ZoneId.of((String) row[6]),
                PlainValue.instant(row[7]),
                PlainValue.instant(row[8]));
    }
}
