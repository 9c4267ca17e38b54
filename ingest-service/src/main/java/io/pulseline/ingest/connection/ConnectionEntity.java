package io.pulseline.ingest.connection;

import io.pulseline.contracts.OpenSets.ConnectionState;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code connection}; see its comments there. */
@Entity
@Table(name = "connection")
public class ConnectionEntity extends PanacheEntityBase {
    @Id public UUID id = new UUID(0, 0);

    @Column(name = "user_id")
    public UUID user = new UUID(0, 0);

    public String provider = "";

    @Column(name = "provider_user_id")
    public String providerUserId = "";

    public String state = "";
    public @Nullable String reason;

    @Column(name = "granted_scopes")
    public String grantedScopes = "";

    public String conditions = "[]";

    @Column(name = "connected_at")
    public Instant connectedAt = Instant.EPOCH;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;

    public long version;
    public boolean published;

    @Column(name = "publish_lease_until")
    public @Nullable Instant publishLeaseUntil;

    @Column(name = "access_token")
    public byte @Nullable [] accessToken;

    @Column(name = "refresh_token")
    public byte @Nullable [] refreshToken;

    @Column(name = "access_expires_at")
    public @Nullable Instant accessExpiresAt;

    @Column(name = "token_version")
    public long tokenVersion;

    @Column(name = "refresh_claim")
    public @Nullable UUID refreshClaim;

    @Column(name = "refresh_lease_until")
    public @Nullable Instant refreshLeaseUntil;

    @Column(name = "consent_ends_at")
    public @Nullable Instant consentEndsAt;

    /** Fresh access tokens that the provider refused, one after the other. */
    @Column(name = "refused_tokens")
    public int refusedTokens;

    @Column(name = "token_refused_at")
    public @Nullable Instant tokenRefusedAt;

    @Column(name = "former_user_id")
    public @Nullable String formerUserId;

    @Column(name = "refresh_unfinished")
    public boolean refreshUnfinished;

    @Column(name = "zone_history")
    public String zoneHistory = "";

    @Column(name = "profile_read_at")
    public @Nullable Instant profileReadAt;

    public boolean subscribed;

    @Column(name = "study_first")
    public @Nullable LocalDate studyFirst;

    @Column(name = "study_last")
    public @Nullable LocalDate studyLast;

    public String devices = "[]";

    @Column(name = "devices_read_at")
    public @Nullable Instant devicesReadAt;

    @Column(name = "subscriptions_checked_at")
    public @Nullable Instant subscriptionsCheckedAt;

    @Column(name = "told_at")
    public @Nullable Instant toldAt;

    @Column(name = "tell_at")
    public @Nullable Instant tellAt;

    @Column(name = "erased_at")
    public @Nullable Instant erasedAt;

    @Column(name = "moved_to")
    public @Nullable UUID movedTo;

    @Column(name = "state_since")
    public Instant stateSince = Instant.EPOCH;

    /** The row as other rooms see it. */
    Connection asConnection() {
        return new Connection(
                id,
                user,
                provider,
                providerUserId,
                state,
                reason,
                words(grantedScopes),
                Conditions.parse(conditions),
                connectedAt,
                changedAt,
                version,
                ZoneHistory.parse(zoneHistory),
                profileReadAt,
                subscribed,
                subscriptionsCheckedAt,
                new StudyWindow(studyFirst, studyLast),
                DeviceList.parse(devices),
                devicesReadAt,
                erasedAt,
                movedTo);
    }

    /** From now on it is in this state; nothing happens if it is already. */
    void state(String next, Instant now) {
        if (!state.equals(next)) {
            state = next;
            stateSince = now;
        }
    }

    /** Others see a new state: it goes to its topic again. */
    void changed(Instant now) {
        version++;
        changedAt = now;
        published = false;
    }

    /** Something is new that is not worth a state of its own: told once its time has come. */
    void freshened(Instant now, Duration pause) {
        if (tellAt == null) {
            Instant earliest = toldAt == null ? now : toldAt.plus(pause);
            tellAt = earliest.isAfter(now) ? earliest : now;
        }
    }

    /** Others see other conditions, if these are others. */
    void conditions(List<Condition> after, Instant now) {
        if (!Conditions.parse(conditions).equals(after)) {
            conditions = Conditions.text(after);
            changed(now);
        }
    }

    boolean isConnected() {
        return state.equals(ConnectionState.CONNECTED);
    }

    void forgetTokens() {
        accessToken = null;
        refreshToken = null;
        accessExpiresAt = null;
        refreshClaim = null;
        refreshLeaseUntil = null;
        refreshUnfinished = false;
        consentEndsAt = null;
        refusedTokens = 0;
        tokenRefusedAt = null;
        tokenVersion++;
    }

    /** The row, to be changed in this transaction and by nobody else meanwhile. */
    static Uni<Optional<ConnectionEntity>> locked(UUID id) {
        return ConnectionEntity.<ConnectionEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }

    static String text(Set<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
    }
}
