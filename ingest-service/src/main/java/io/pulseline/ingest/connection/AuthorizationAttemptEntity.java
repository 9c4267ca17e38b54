package io.pulseline.ingest.connection;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code authorization_attempt}; see its comments there. */
@Entity
@Table(name = "authorization_attempt")
public class AuthorizationAttemptEntity extends PanacheEntityBase {
    @Id
    @Column(name = "state_hash")
    public String stateHash = "";

    public String provider = "";

    @Column(name = "user_id")
    public UUID user = new UUID(0, 0);

    public byte[] verifier = {};

    @Column(name = "invite_hash")
    public @Nullable String inviteHash;

    @Column(name = "expires_at")
    public Instant expiresAt = Instant.EPOCH;
}
