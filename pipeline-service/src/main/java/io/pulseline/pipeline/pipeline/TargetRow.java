package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.database.PlainValue;
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

    /** A row that nobody manages, from plain values in the order of the fields. */
    static TargetRow read(Object[] values, int first) {
        TargetRow row = new TargetRow();
        row.targetId = (UUID) values[first];
        row.pipelineId = (UUID) values[first + 1];
        row.position = ((Number) values[first + 2]).intValue();
        row.type = (String) values[first + 3];
        row.configuration = (String) values[first + 4];
        row.secret = (byte[]) values[first + 5];
        row.disabledAt = PlainValue.instantOrNull(values[first + 6]);
        row.disabledReason = (String) values[first + 7];
        row.pausedAt = PlainValue.instantOrNull(values[first + 8]);
        row.pausedReason = (String) values[first + 9];
        row.previousSecret = (byte[]) values[first + 10];
        row.previousSecretUntil = PlainValue.instantOrNull(values[first + 11]);
        return row;
    }
}
