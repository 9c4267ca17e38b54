package io.pulseline.pipeline.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code target_grant}; see its comments there. */
@Entity
@Table(name = "target_grant")
class GrantRow {
    private static final String BETWEEN_SCOPES = " ";

    @Id
    @Column(name = "grant_id")
    UUID id = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "target_type")
    String type = "";

    @Column(name = "state")
    String state = GrantState.ACTIVE.name();

    @Column(name = "reason")
    @Nullable String reason;

    @Column(name = "state_since")
    Instant since = Instant.EPOCH;

    @Column(name = "scopes")
    String scopes = "";

    @Column(name = "remote_id")
    @Nullable String remoteId;

    @Column(name = "remote_name")
    @Nullable String remoteName;

    @Column(name = "access_token")
    byte @Nullable [] accessToken;

    @Column(name = "refresh_token")
    byte @Nullable [] refreshToken;

    @Column(name = "access_expires_at")
    @Nullable Instant accessExpiresAt;

    @Column(name = "token_version")
    long version;

    @Column(name = "refresh_claim")
    @Nullable UUID claim;

    @Column(name = "refresh_lease_until")
    @Nullable Instant leaseUntil;

    @Column(name = "refresh_unfinished")
    boolean unfinished;

    void allows(List<String> granted) {
        scopes = String.join(BETWEEN_SCOPES, granted);
    }

    GrantView view() {
        List<String> granted =
                scopes.isEmpty() ? List.of() : List.of(scopes.split(BETWEEN_SCOPES, -1));
        return new GrantView(
                type, GrantState.valueOf(state), reason, since, granted, remoteId, remoteName);
    }

    /** Somebody holds the right to refresh at that moment. */
    boolean isBeingRefreshedAt(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    /** Nobody refreshes; whether the last one who did came to an end. */
    void released(boolean stillUnfinished) {
        claim = null;
        leaseUntil = null;
        unfinished = stillUnfinished;
    }

    boolean isClaimedBy(UUID holder) {
        return Objects.equals(claim, holder);
    }
}
