package io.pulseline.ingest.connection;

import io.pulseline.ingest.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Links by which one user may connect Google Health without a login. The secret stands in the link
 * only; we keep its hash, so that nobody who reads the database can use it. All methods block.
 */
@ApplicationScoped
public class ConnectInvites {
    /** Links of one connection that are open at the same time; older ones make room. */
    private static final int OPEN_AT_ONCE = 5;

    private final Transactions transactions;
    private final ConnectionStore connections;
    private final ConnectionPublishing publishing;
    private final ConnectConfig config;
    private final Clock clock;

    ConnectInvites(
            Transactions transactions,
            ConnectionStore connections,
            ConnectionPublishing publishing,
            ConnectConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.publishing = publishing;
        this.config = config;
        this.clock = clock;
    }

    /** A link that was made just now; it cannot be had again. */
    public record Invite(URI link, Instant madeAt, Instant expiresAt) {
        /** Never the link. */
        @Override
        public String toString() {
            return "Invite[expiresAt=" + expiresAt + "]";
        }
    }

    /** For whom an open link was made. */
    record Invited(UUID user, String secretHash) {}

    /**
     * Makes a link for the connection's user, and says at the connection that its user was asked to
     * move, so that everybody who hears of connections can remind them.
     */
    public Invite make(Connection former) {
        Instant now = clock.instant();
        String secret = Pkce.unguessable();
        ConnectInviteEntity row = new ConnectInviteEntity();
        row.secretHash = Pkce.challenge(secret);
        row.connectionId = former.id();
        row.madeAt = now;
        // Told to people, who do not think in milliseconds.
        row.expiresAt = now.plus(config.inviteExpiresAfter()).truncatedTo(ChronoUnit.MINUTES);
        transactions.run(() ->
                ConnectionEntity.locked(former.id())
                        .invoke(found ->
                                found.ifPresent(reminded -> remind(reminded, row.expiresAt, now)))
                        .chain(() -> makeRoom(former.id(), now))
                        .chain(() -> row.<ConnectInviteEntity>persist()));
        publishing.wake();
        URI link = URI.create(config.publicUrl() + "/connect/google-health?invite=" + secret);
        return new Invite(link, now, row.expiresAt);
    }

    private static void remind(ConnectionEntity row, Instant expiresAt, Instant now) {
        Condition asked =
                new Condition(
                        Condition.MOVE_TO_GOOGLE_HEALTH,
                        now,
                        "REMINDED",
                        "Fitbit's data come through Google Health now. A personal link to connect it"
                                + " was made; it can be used until "
                                + expiresAt
                                + ".",
                        expiresAt);
        row.conditions = Conditions.text(Conditions.with(Conditions.parse(row.conditions), asked));
        row.changed(now);
    }

    /** Links that cannot be used, and those that are too many, make room for the next one. */
    private static Uni<Void> makeRoom(UUID connection, Instant now) {
        return ConnectInviteEntity.<ConnectInviteEntity>list(
                        "connectionId = ?1 and usedAt is null order by madeAt desc", connection)
                .map(open ->
                        open.stream().skip(OPEN_AT_ONCE - 1L).map(old -> old.secretHash).toList())
                .chain(hashes -> forget(hashes, connection, now));
    }

    private static Uni<Void> forget(List<String> hashes, UUID connection, Instant now) {
        Uni<Long> expired =
                ConnectInviteEntity.delete(
                        "connectionId = ?1 and usedAt is null and expiresAt <= ?2",
                        connection,
                        now);
        return hashes.isEmpty()
                ? expired.replaceWithVoid()
                : expired.chain(() -> ConnectInviteEntity.delete("secretHash in ?1", hashes))
                        .replaceWithVoid();
    }

    /** Whom the link is for; empty if it is unknown, used or expired. */
    Optional<Invited> open(String secret) {
        if (!Pkce.isUnguessable(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return transactions
                .read(() ->
                        ConnectInviteEntity.<ConnectInviteEntity>findById(Pkce.challenge(secret))
                                .map(Optional::ofNullable))
                .filter(row -> row.usedAt == null && row.expiresAt.isAfter(now))
                .flatMap(row ->
                        connections
                                .find(row.connectionId)
                                .map(former -> new Invited(former.user(), row.secretHash)));
    }

    /**
     * Uses it up, in the transaction of the caller; false if somebody has done so before. Who set
     * out before it expired may arrive after.
     */
    static Uni<Boolean> use(String secretHash, Instant now) {
        return ConnectInviteEntity.update(
                        "usedAt = ?1 where secretHash = ?2 and usedAt is null", now, secretHash)
                .map(used -> used == 1);
    }

    /** Its user has moved: no other link is needed. In the transaction of the caller. */
    static Uni<Void> useAll(UUID connection, Instant now) {
        return ConnectInviteEntity.update(
                        "usedAt = ?1 where connectionId = ?2 and usedAt is null", now, connection)
                .replaceWithVoid();
    }
}
