package io.pulseline.pipeline.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Requests that were answered in the last day, so that none happens twice. A refused one is not
 * among them: it did nothing. To be called inside a transaction.
 */
@ApplicationScoped
public class AnsweredRequests implements PanacheRepositoryBase<AnsweredRequestRow, UUID> {
    static final Duration KEPT = Duration.ofHours(24);

    /** Another one with this key that is under way holds us here until it has been answered. */
    private static final String TAKE =
            """
            insert into answered_request (request_id, user_id, content_hash, answered_at)
            values (:id, :user, :hash, :now)
            on conflict (request_id) do update
            set content_hash = excluded.content_hash, answer = null, answered_at = excluded.answered_at
            where answered_request.answered_at <= :tooOld\
            """;

    private final SecretBox secrets;
    private final ObjectMapper json;

    AnsweredRequests(SecretBox secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /**
     * Does the work and keeps its answer, or gives the answer of the first time.
     *
     * @throws ClientErrorException 422 if the first time something else was asked
     */
    public <T> Uni<T> once(OnlyOnce request, Instant now, Class<T> type, Supplier<Uni<T>> work) {
        return taken(request, now)
                .chain(ours ->
                        row(request)
                                .chain(row -> ours ? done(row, work) : known(row, request, type)));
    }

    private <T> Uni<T> done(AnsweredRequestRow row, Supplier<Uni<T>> work) {
        return work.get().invoke(answer -> keep(row, answer));
    }

    /** Forgets what nobody may ask for again. */
    Uni<Long> forget(Instant now) {
        return delete("answeredAt <= ?1", now.minus(KEPT));
    }

    /** True if this is the first time. */
    private static Uni<Boolean> taken(OnlyOnce request, Instant now) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TAKE)
                                .setParameter("id", request.id())
                                .setParameter("user", request.user())
                                .setParameter("hash", request.contentHash())
                                .setParameter("now", now)
                                .setParameter("tooOld", now.minus(KEPT))
                                .executeUpdate())
                .map(rows -> rows == 1);
    }

    private Uni<AnsweredRequestRow> row(OnlyOnce request) {
        return findById(request.id()).map(row -> requireNonNull(row, "we hold its lock"));
    }

    private void keep(AnsweredRequestRow row, Object answer) {
        try {
            row.answer = secrets.lock(row.requestId, json.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be written", e);
        }
    }

    private <T> Uni<T> known(AnsweredRequestRow row, OnlyOnce request, Class<T> type) {
        if (!row.contentHash.equals(request.contentHash())) {
            throw new ClientErrorException(
                    OnlyOnce.HEADER
                            + " was used for another request within the last "
                            + KEPT.toHours()
                            + " hours; take a new one.",
                    422);
        }
        byte[] answer = requireNonNull(row.answer, "kept in the transaction that made the row");
        try {
            return Uni.createFrom().item(json.readValue(secrets.open(row.requestId, answer), type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer is not what we wrote", e);
        }
    }
}
