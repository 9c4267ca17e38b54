package io.pulseline.ingest.connection;

import io.pulseline.ingest.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Token pairs in the database, and the right to refresh one of them. All methods block. */
@ApplicationScoped
class TokenStore {
    private final Transactions transactions;
    private final TokenCipher cipher;

    TokenStore(Transactions transactions, TokenCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    /**
     * A connection's tokens as they are now.
     *
     * @param consentEndsAt when the provider ends the consent by itself; null if it does not
     * @param refused fresh access tokens that the provider refused, one after the other
     * @param refusedAt when the last of them was counted; null if none is
     */
    record Held(
            String provider,
            String accessToken,
            Instant expiresAt,
            long version,
            @Nullable Instant consentEndsAt,
            int refused,
            @Nullable Instant refusedAt) {
        /** Never the token. */
        @Override
        public String toString() {
            return "Held[expiresAt=" + expiresAt + ", version=" + version + "]";
        }
    }

    /**
     * The right to refresh, for one holder and a limited time.
     *
     * @param unfinished an earlier refresh with this token never came to an end
     */
    record RefreshRight(UUID claim, String refreshToken, long version, boolean unfinished) {
        /** Never the token. */
        @Override
        public String toString() {
            return "RefreshRight[version=" + version + ", unfinished=" + unfinished + "]";
        }
    }

    /** Empty if there is no such connection or it has no tokens (any more). */
    Optional<Held> held(UUID connection) {
        return transactions
                .read(() ->
                        ConnectionEntity.<ConnectionEntity>findById(connection)
                                .map(Optional::ofNullable))
                .flatMap(this::held);
    }

    private Optional<Held> held(ConnectionEntity row) {
        if (row.accessToken == null || row.accessExpiresAt == null) {
            return Optional.empty();
        }
        String token = cipher.decrypt(row.accessToken, row.id.toString());
        return Optional.of(
                new Held(
                        row.provider,
                        token,
                        row.accessExpiresAt,
                        row.tokenVersion,
                        row.consentEndsAt,
                        row.refusedTokens,
                        row.tokenRefusedAt));
    }

    /** The refresh token as it is now, to be given back; empty if there is none (any more). */
    Optional<String> refreshToken(UUID connection) {
        return transactions
                .read(() ->
                        ConnectionEntity.<ConnectionEntity>findById(connection)
                                .map(Optional::ofNullable))
                .flatMap(row ->
                        Optional.ofNullable(row.refreshToken)
                                .map(token -> cipher.decrypt(token, row.id.toString())));
    }

    /**
     * Takes the right to refresh the pair of this version; empty if another one has it or the pair
     * is not the newest any more. The refresh is noted as begun in the same transaction.
     */
    Optional<RefreshRight> claim(UUID connection, long version, Instant now, Instant until) {
        return transactions.call(() ->
                ConnectionEntity.<ConnectionEntity>findById(
                                connection, LockModeType.PESSIMISTIC_WRITE)
                        .map(Optional::ofNullable)
                        .map(row -> row.flatMap(held -> claim(held, version, now, until))));
    }

    private Optional<RefreshRight> claim(
            ConnectionEntity row, long version, Instant now, Instant until) {
        if (row.refreshToken == null || row.tokenVersion != version) {
            return Optional.empty();
        }
        if (row.refreshLeaseUntil != null && row.refreshLeaseUntil.isAfter(now)) {
            return Optional.empty();
        }
        String refreshToken = cipher.decrypt(row.refreshToken, row.id.toString());
        UUID claim = UUID.randomUUID();
        RefreshRight right = new RefreshRight(claim, refreshToken, version, row.refreshUnfinished);
        row.refreshClaim = claim;
        row.refreshLeaseUntil = until;
        row.refreshUnfinished = true;
        return Optional.of(right);
    }

    /**
     * Stores the new pair over the one it was made from, whoever holds the right by now: the old
     * refresh token is used up. False if a newer pair is there (the user consented again).
     */
    boolean store(UUID connection, RefreshRight right, TokenPair tokens) {
        byte[] access = cipher.encrypt(tokens.accessToken(), connection.toString());
        byte[] refresh = cipher.encrypt(tokens.refreshToken(), connection.toString());
        return transactions.call(() ->
                ConnectionEntity.update(
                        "accessToken = ?1, refreshToken = ?2, accessExpiresAt = ?3,"
                                + " consentEndsAt = coalesce(?4, consentEndsAt),"
                                + " tokenVersion = tokenVersion + 1, refreshClaim ="
                                + " null, refreshLeaseUntil = null,"
                                + " refreshUnfinished = false where id = ?5 and"
                                + " tokenVersion = ?6 and refreshToken is not null",
                        access,
                        refresh,
                        tokens.expiresAt(),
                        tokens.consentEndsAt(),
                        connection,
                        right.version()))
                == 1;
    }

    /**
     * Notes how many fresh access tokens the provider has refused one after the other.
     *
     * @param at when the last of them was refused; null if there is none
     */
    void refused(UUID connection, int count, @Nullable Instant at) {
        transactions.run(() ->
                ConnectionEntity.update(
                        "refusedTokens = ?1, tokenRefusedAt = ?2 where id = ?3",
                        count,
                        at,
                        connection));
    }

    /**
     * Gives the right back without a new pair.
     *
     * @param unfinished whether the provider may have used the old token up all the same
     */
    void release(UUID connection, RefreshRight right, boolean unfinished) {
        transactions.run(() ->
                ConnectionEntity.update(
                        "refreshClaim = null, refreshLeaseUntil = null, refreshUnfinished ="
                                + " ?1 where id = ?2 and refreshClaim = ?3",
                        unfinished,
                        connection,
                        right.claim()));
    }
}
