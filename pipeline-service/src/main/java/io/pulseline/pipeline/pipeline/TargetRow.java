package io.pulseline.pipeline.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code target}. */
@Entity
@Table(name = "target")
class TargetRow {
    @Id
    @Column(name = "target_id")
    UUID targetId = new UUID(0, 0);

    @Column(name = "pipeline_id")
    UUID pipelineId = new UUID(0, 0);

    @Column(name = "position")
    int position;

    @Column(name = "type")
    String type = "";

    @Column(name = "configuration")
    String configuration = "{}";

    @Column(name = "secret")
    byte @Nullable [] secret;

    @Column(name = "disabled_at")
    @Nullable Instant disabledAt;

    @Column(name = "disabled_reason")
    @Nullable String disabledReason;

    @Column(name = "paused_at")
    @Nullable Instant pausedAt;

    @Column(name = "paused_reason")
    @Nullable String pausedReason;

    @Column(name = "previous_secret")
    byte @Nullable [] previousSecret;

    @Column(name = "previous_secret_until")
    @Nullable Instant previousSecretUntil;

    /** Saved, tested or connected anew: it gets another chance. */
    void wakes() {
        disabledAt = null;
        disabledReason = null;
        pausedAt = null;
        pausedReason = null;
    }

    void rests(String reason, Instant now) {
        if (pausedAt == null) {
            pausedAt = now;
        }
        pausedReason = reason;
    }
}
