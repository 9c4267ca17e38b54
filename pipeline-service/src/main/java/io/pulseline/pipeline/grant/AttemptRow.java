package io.pulseline.pipeline.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of table {@code grant_attempt}. */
@Entity
@Table(name = "grant_attempt")
class AttemptRow {
    @Id
    @Column(name = "key_hash")
    String keyHash = "";

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "target_type")
    String type = "";

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;
}
