package io.pulseline.pipeline.token;

import io.pulseline.pipeline.database.PlainValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tokens. To be called inside a transaction. */
@ApplicationScoped
class Tokens {
    /** How many of a user may be valid at a time. */
    static final int MOST = 20;

    /** How long one is told that a token has expired, and not that there is none. */
    private static final Duration KEPT_EXPIRED = Duration.ofDays(30);

    private static final String COLUMNS =
            "select token_id, user_id, name, scopes, created_at, expires_at, last_used_on"
                    + " from api_token where ";

    private static final String OF_USER =
            COLUMNS + "user_id = :user order by created_at desc, token_id";

    private static final String BY_HASH = COLUMNS + "token_hash = :hash";

    /**
     * Until the end of the transaction: another one of the same user would count the same tokens.
     */
    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(hashtextextended('api_token ' || :user, 0)) as text)";

    private static final String FORGET =
            "delete from api_token where user_id = :user and expires_at < :before";

    private static final String VALID =
            "select count(*) from api_token where user_id = :user and expires_at > :now";

    private static final String ADD =
            """
            insert into api_token (token_id, user_id, name, token_hash, scopes, created_at, expires_at)
            values (:id, :user, :name, :hash, :scopes, :now, :expires)\
            """;

    private static final String REMOVE =
            "delete from api_token where token_id = :id and user_id = :user";

    private static final String USED =
            "update api_token set last_used_on = :day where token_id = :id"
                    + " and (last_used_on is null or last_used_on < :day)";

    /**
     * Makes one; the answer is the only place where it stands.
     *
     * @throws ClientErrorException 409 if the user has too many
     */
    Uni<NewToken> create(UUID user, TokenWish wish, Instant at) {
        // What is kept and what is answered is the same to the microsecond.
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ONE_AT_A_TIME, String.class)
                                .setParameter("user", user.toString())
                                .getSingleResultOrNull())
                .chain(() -> forget(user, now))
                .chain(() -> valid(user, now))
                .chain(valid -> {
                    if (valid >= MOST) {
                        throw new ClientErrorException(
                                "You have " + MOST + " tokens; remove one first.",
                                Response.Status.CONFLICT);
                    }
                    return add(user, wish, now);
                });
    }

    private static Uni<Integer> forget(UUID user, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORGET)
                                .setParameter("user", user)
                                .setParameter("before", now.minus(KEPT_EXPIRED))
                                .executeUpdate());
    }

    private static Uni<Long> valid(UUID user, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(VALID, Long.class)
                                .setParameter("user", user)
                                .setParameter("now", now)
                                .getSingleResult());
    }

    private static Uni<NewToken> add(UUID user, TokenWish wish, Instant now) {
        String text = TokenText.random();
        ApiToken token =
                new ApiToken(
                        UUID.randomUUID(),
                        user,
                        wish.name(),
                        wish.scopes(),
                        now,
                        wish.expiresAt().truncatedTo(ChronoUnit.MICROS),
                        null);
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ADD)
                                .setParameter("id", token.id())
                                .setParameter("user", user)
                                .setParameter("name", token.name())
                                .setParameter("hash", TokenText.hash(text))
                                .setParameter("scopes", Scope.stored(token.scopes()))
                                .setParameter("now", token.createdAt())
                                .setParameter("expires", token.expiresAt())
                                .executeUpdate())
                .replaceWith(() -> NewToken.of(token, text));
    }

    /** A user's own, latest first; those that have expired stay for a while. */
    Uni<List<ApiToken>> ofUser(UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OF_USER, Object[].class)
                                .setParameter("user", user)
                                .getResultList())
                .map(rows -> rows.stream().map(Tokens::token).toList());
    }

    /** The one of that hash, also if it has expired. */
    Uni<Optional<ApiToken>> find(byte[] hash) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(BY_HASH, Object[].class)
                                .setParameter("hash", hash)
                                .getResultList())
                .map(rows -> rows.stream().map(Tokens::token).findFirst());
    }

    /** False if the user has no such token. */
    Uni<Boolean> remove(UUID user, UUID id) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(REMOVE)
                                .setParameter("id", id)
                                .setParameter("user", user)
                                .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Notes the day. */
    Uni<Void> used(UUID id, LocalDate day) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(USED)
                                .setParameter("id", id)
                                .setParameter("day", day)
                                .executeUpdate())
                .replaceWithVoid();
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static ApiToken token(Object[] row) {
        return new ApiToken(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                Scope.read((String) row[3]),
                PlainValue.instant(row[4]),
                PlainValue.instant(row[5]),
                (LocalDate) row[6]);
    }
}
