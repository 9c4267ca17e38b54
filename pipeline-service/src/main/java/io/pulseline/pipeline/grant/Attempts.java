package io.pulseline.pipeline.grant;

import io.pulseline.pipeline.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Users who are on their way. Only a hash is stored of what brings them back, and of two who come
 * back with it only one goes on. All methods block.
 */
@ApplicationScoped
class Attempts implements PanacheRepositoryBase<AttemptRow, String> {
    private static final String TAKE =
            "delete from grant_attempt where key_hash = :hash returning *";

    private final Transactions transactions;

    Attempts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Somebody sets out; those who did not come back in time are forgotten. */
    void store(String key, UUID user, String type, Instant now, Instant expiresAt) {
        AttemptRow row = new AttemptRow();
        row.keyHash = Unguessable.hash(key);
        row.user = user;
        row.type = type;
        row.expiresAt = expiresAt;
        var _ =
                transactions.writeAndWait(
                        () -> delete("expiresAt < ?1", now).chain(() -> persist(row)));
    }

    /** Who set out with that key for that type; empty if nobody did, or too long ago. */
    Optional<UUID> take(String key, String type, Instant now) {
        return transactions.writeAndWait(() -> take(Unguessable.hash(key))).stream()
                .filter(row -> row.type.equals(type) && row.expiresAt.isAfter(now))
                .map(row -> row.user)
                .findFirst();
    }

    private static Uni<List<AttemptRow>> take(String hash) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TAKE, AttemptRow.class)
                                .setParameter("hash", hash)
                                .getResultList());
    }
}
