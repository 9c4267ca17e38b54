package io.pulseline.ingest.connection;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code connect_invite}; see its comments there. */
@Entity
@Table(name = "connect_invite")
public class ConnectInviteEntity extends PanacheEntityBase {
    @Id
    @Column(name = "secret_hash")
    public String secretHash = "";

    @Column(name = "connection_id")
    public UUID connectionId = new UUID(0, 0);

    @Column(name = "made_at")
    public Instant madeAt = Instant.EPOCH;

    @Column(name = "expires_at")
    public Instant expiresAt = Instant.EPOCH;

    @Column(name = "used_at")
    public @Nullable Instant usedAt;
}
