package io.pulseline.ingest.connection;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.ingest.database.DatabaseException;
import io.pulseline.ingest.database.Transactions;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Connections in the database. All methods block; changes go to their topic by themselves. */
@ApplicationScoped
public class ConnectionStore {
    private static final UUID NAMESPACE =
            NamedUuid.of(NamedUuid.URL_NAMESPACE, "urn:pulseline:connection");

    /** Why nothing is read any more by a connection whose user has moved. */
    static final String MOVED = "You have moved to Google Health, which is read instead.";

    private final Transactions transactions;
    private final TokenCipher cipher;
    private final List<ConnectionListener> listeners;
    private final KindSchedule schedule;

    ConnectionStore(
            Transactions transactions,
            TokenCipher cipher,
            @All List<ConnectionListener> listeners,
            KindSchedule schedule) {
        this.transactions = transactions;
        this.cipher = cipher;
        this.listeners = List.copyOf(listeners);
        this.schedule = schedule;
    }

    public Optional<Connection> find(UUID id) {
        return connection(
                () -> ConnectionEntity.<ConnectionEntity>findById(id).map(Optional::ofNullable));
    }

    /** The connection of the provider's user, whatever its state. */
    public Optional<Connection> findByOwner(String provider, String providerUserId) {
        return connection(() -> byOwner(provider, providerUserId, LockModeType.NONE));
    }

    /**
     * The connection of whoever was this user of the former provider, as their present one tells.
     *
     * @param provider the present one
     */
    Optional<Connection> findByFormerOwner(String provider, String formerUserId) {
        return connection(() ->
                ConnectionEntity.<ConnectionEntity>find(
                                "provider = ?1 and formerUserId = ?2", provider, formerUserId)
                        .firstResult()
                        .map(Optional::ofNullable));
    }

    private Optional<Connection> connection(Supplier<Uni<Optional<ConnectionEntity>>> query) {
        return transactions.read(query).map(ConnectionEntity::asConnection);
    }

    private static Uni<Optional<ConnectionEntity>> byOwner(
            String provider, String providerUserId, LockModeType lock) {
        return ConnectionEntity.<ConnectionEntity>find(
                        "provider = ?1 and providerUserId = ?2", provider, providerUserId)
                .withLock(lock)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /**
     * Whether the connection has no successor, and gets none before the transaction ends in which
     * this is asked. Reactive: to be asked inside one.
     */
    public Uni<Boolean> staysWithoutSuccessor(UUID id) {
        return ConnectionEntity.<ConnectionEntity>findById(id, LockModeType.PESSIMISTIC_READ)
                .map(row -> row != null && row.movedTo == null);
    }

    /** A user's own connections, oldest first. */
    public List<Connection> ofUser(UUID user) {
        return transactions
                .read(() ->
                        ConnectionEntity.<ConnectionEntity>list(
                                "user = ?1 order by connectedAt, id", user))
                .stream()
                .map(ConnectionEntity::asConnection)
                .toList();
    }

    /**
     * Keeps a consent: a new connection, or the user's old one restored. The connection that the
     * user comes from is noted as moved in the same transaction.
     */
    Kept keep(NewConsent consent) {
        try {
            return tryToKeep(consent);
        } catch (DatabaseException e) {
            if (e.isDuplicateKey()) {
                // Another request connected the same account meanwhile: now it is there.
                return tryToKeep(consent);
            }
            throw e;
        }
    }

    private Kept tryToKeep(NewConsent consent) {
        String owner = consent.tokens().providerUserId();
        return transactions.call(() ->
                byOwner(consent.provider(), owner, LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> keep(consent, row)));
    }

    private Uni<Kept> keep(NewConsent consent, Optional<ConnectionEntity> found) {
        if (found.isPresent() && !found.get().user.equals(consent.user())) {
            return Uni.createFrom().item(new Kept.Anothers());
        }
        String invite = consent.invite();
        Uni<Boolean> invited =
                invite == null
                        ? Uni.createFrom().item(true)
                        : ConnectInvites.use(invite, consent.at());
        return invited.chain(good ->
                good ? store(consent, found) : Uni.createFrom().item(new Kept.InviteUsedUp()));
    }

    private Uni<Kept> store(NewConsent consent, Optional<ConnectionEntity> found) {
        ConnectionEntity row = found.orElseGet(() -> newRow(consent));
        apply(consent, row);
        return row.<ConnectionEntity>persist()
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> moved(row.id, consent))
                .chain(() -> told(row.id, consent))
                .map(_ -> new Kept.Stored(row.asConnection()));
    }

    private static Uni<Void> moved(UUID to, NewConsent consent) {
        Move move = consent.move();
        if (move == null) {
            return Uni.createFrom().voidItem();
        }
        UUID former = move.former().id();
        return ConnectionEntity.locked(former)
                .invoke(row -> row.ifPresent(found -> moved(found, to, consent.at())))
                .chain(() -> ConnectInvites.useAll(former, consent.at()));
    }

    /** One that is still read is ended after this transaction: its provider is told, too. */
    private static void moved(ConnectionEntity former, UUID to, Instant now) {
        former.movedTo = to;
        former.conditions(
                Conditions.without(
                        Conditions.parse(former.conditions), Condition.MOVE_TO_GOOGLE_HEALTH),
                now);
        boolean waits = former.state.equals(ConnectionState.NEEDS_REAUTHORIZATION);
        if (waits && !MOVED.equals(former.reason)) {
            former.reason = MOVED;
            former.changed(now);
        }
    }

    private Uni<Void> told(UUID id, NewConsent consent) {
        Move move = consent.move();
        boolean moved = move != null && move.from() != null;
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ConnectionListener listener : listeners) {
            told = told.chain(() -> listener.connected(id, consent.from(), moved, consent.at()));
        }
        return told;
    }

    private static ConnectionEntity newRow(NewConsent consent) {
        ConnectionEntity row = new ConnectionEntity();
        row.provider = consent.provider();
        row.providerUserId = consent.tokens().providerUserId();
        row.user = consent.user();
        row.id = idOf(row.user, row.provider, row.providerUserId);
        if (consent.move() != null) {
            // What may be read of a user does not change by moving.
            StudyWindow window = consent.move().former().studyWindow();
            row.studyFirst = window.first();
            row.studyLast = window.last();
        }
        return row;
    }

    /** The id of the user's connection with that account, also before there is one. */
    static UUID idOf(UUID user, String provider, String providerUserId) {
        return NamedUuid.of(NAMESPACE, user + ":" + provider + ":" + providerUserId);
    }

    private void apply(NewConsent consent, ConnectionEntity row) {
        row.state(ConnectionState.CONNECTED, consent.at());
        row.movedTo = null;
        row.reason = null;
        row.connectedAt = consent.at();
        row.grantedScopes = ConnectionEntity.text(consent.tokens().scopes());
        row.conditions =
                Conditions.text(
                        Conditions.afterConsent(
                                Conditions.parse(row.conditions), consent.conditions()));
        row.subscribed = consent.subscribed();
        row.subscriptionsCheckedAt = consent.at();
        row.erasedAt = null;
        if (consent.devices() != null) {
            row.devices = DeviceList.text(consent.devices());
            row.devicesReadAt = consent.at();
        }
        row.zoneHistory = zones(row, consent).text();
        if (consent.zoneRead()) {
            row.profileReadAt = consent.at();
        }
        row.forgetTokens();
        store(consent.tokens(), row);
        row.changed(consent.at());
    }

    /** Its own history and what is told now; a new one goes on with that of where it comes from. */
    private static ZoneHistory zones(ConnectionEntity row, NewConsent consent) {
        ZoneHistory known = ZoneHistory.parse(row.zoneHistory);
        if (known.zones().isEmpty()) {
            return consent.zones();
        }
        if (!consent.zoneRead()) {
            return known;
        }
        return consent.zones()
                .current()
                .map(zone -> known.told(zone, consent.at().atZone(zone).toLocalDate()))
                .orElse(known);
    }

    private void store(TokenPair tokens, ConnectionEntity row) {
        row.accessToken = cipher.encrypt(tokens.accessToken(), row.id.toString());
        row.refreshToken = cipher.encrypt(tokens.refreshToken(), row.id.toString());
        row.accessExpiresAt = tokens.expiresAt();
        row.consentEndsAt = tokens.consentEndsAt();
        row.formerUserId = tokens.owner().formerId();
    }

    /** The consent is gone at the provider: tokens are deleted at once. */
    public void revoke(UUID id, String reason, Instant now) {
        change(id, row -> end(row, ConnectionState.REVOKED, reason, now));
    }

    /** Only a new consent helps; nothing is asked until then. */
    public void needsReauthorization(UUID id, String reason, Instant now) {
        change(id, row -> needsReauthorization(row, reason, now));
    }

    /** The same, unless the tokens of this version have been replaced meanwhile. */
    void needsReauthorization(UUID id, long tokenVersion, String reason, Instant now) {
        change(
                id,
                row -> {
                    if (row.tokenVersion == tokenVersion) {
                        needsReauthorization(row, reason, now);
                    }
                });
    }

    private static void needsReauthorization(ConnectionEntity row, String reason, Instant now) {
        // A consent that was taken back says more.
        if (!row.state.equals(ConnectionState.REVOKED)) {
            end(row, ConnectionState.NEEDS_REAUTHORIZATION, reason, now);
        }
    }

    /**
     * The user has disconnected.
     *
     * @param erase whether all that was read goes too
     */
    void disconnected(UUID id, String reason, boolean erase, Instant now) {
        transactions.run(() ->
                ConnectionEntity.locked(id)
                        .invoke(row ->
                                row.ifPresent(found -> disconnect(found, reason, erase, now)))
                        .chain(row ->
                                erase && row.isPresent()
                                        ? schedule.erase(id)
                                        : Uni.createFrom().voidItem()));
    }

    private static void disconnect(
            ConnectionEntity row, String reason, boolean erase, Instant now) {
        end(row, ConnectionState.DISCONNECTED, reason, now);
        if (erase) {
            row.erasedAt = now;
            row.devices = DeviceList.text(List.of());
            row.devicesReadAt = null;
            row.zoneHistory = "";
            row.profileReadAt = null;
            row.changed(now);
        }
    }

    private static void end(ConnectionEntity row, String state, String reason, Instant now) {
        row.forgetTokens();
        // What the provider or a late pass tells afterwards does not undo the user's own word.
        boolean byUser = row.state.equals(ConnectionState.DISCONNECTED);
        boolean news = !row.state.equals(state) || !reason.equals(row.reason);
        if (news && !byUser) {
            row.state(state, now);
            row.reason = reason;
            row.subscribed = false;
            row.conditions = Conditions.text(Conditions.afterEnd(Conditions.parse(row.conditions)));
            row.changed(now);
        }
    }

    /**
     * This condition holds now; {@code since} stays while the same reason holds. Others hear of it
     * only if that is news. Ignored where nothing is read any more.
     */
    public void hold(UUID id, Condition condition) {
        change(
                id,
                row -> {
                    if (row.isConnected()) {
                        List<Condition> held = Conditions.parse(row.conditions);
                        row.conditions(Conditions.with(held, condition), condition.since());
                    }
                });
    }

    /** No condition of this type holds any more; others hear of it only if that is news. */
    public void clear(UUID id, String type, Instant now) {
        change(
                id,
                row ->
                        row.conditions(
                                Conditions.without(Conditions.parse(row.conditions), type), now));
    }

    private void change(UUID id, Consumer<ConnectionEntity> change) {
        transactions.run(() -> ConnectionEntity.locked(id).invoke(row -> row.ifPresent(change)));
    }
}
