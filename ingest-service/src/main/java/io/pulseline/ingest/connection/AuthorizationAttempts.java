package io.pulseline.ingest.connection;

import io.pulseline.ingest.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Connect flows on their way. Only a hash of the state is stored, and the verifier encrypted. */
@ApplicationScoped
class AuthorizationAttempts {
    private final Transactions transactions;
    private final TokenCipher cipher;

    AuthorizationAttempts(Transactions transactions, TokenCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    /**
     * What the callback needs to go on.
     *
     * @param invite hash of the invite it was begun with; null: with a login
     */
    record Attempt(String provider, UUID user, String verifier, @Nullable String invite) {
        /** Never the verifier. */
        @Override
        public String toString() {
            return "Attempt[provider=" + provider + ", user=" + user + "]";
        }
    }

    void store(String state, Attempt attempt, Instant expiresAt) {
        AuthorizationAttemptEntity row = new AuthorizationAttemptEntity();
        row.stateHash = Pkce.challenge(state);
        row.provider = attempt.provider();
        row.user = attempt.user();
        row.verifier = cipher.encrypt(attempt.verifier(), row.stateHash);
        row.inviteHash = attempt.invite();
        row.expiresAt = expiresAt;
        transactions.run(row::persist);
    }

    /** Takes the attempt out, so that of two callbacks with one state only one goes on. */
    Optional<Attempt> take(String state, Instant now) {
        String hash = Pkce.challenge(state);
        List<AuthorizationAttemptEntity> taken =
                transactions.call(() -> Panache.getSession().chain(session -> take(session, hash)));
        return taken.stream()
                .filter(row -> row.expiresAt.isAfter(now))
                .map(row ->
                        new Attempt(
                                row.provider,
                                row.user,
                                cipher.decrypt(row.verifier, row.stateHash),
                                row.inviteHash))
                .findFirst();
    }

    private static Uni<List<AuthorizationAttemptEntity>> take(Mutiny.Session session, String hash) {
        return session.createNativeQuery(
                        "DELETE FROM authorization_attempt WHERE state_hash = :hash RETURNING *",
                        AuthorizationAttemptEntity.class)
                .setParameter("hash", hash)
                .getResultList();
    }

    /** Removes what nobody came back for. */
    void forgetExpired(Instant now) {
        transactions.run(() -> AuthorizationAttemptEntity.delete("expiresAt < ?1", now));
    }
}
