package io.pulseline.pipeline.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code run}. */
@Entity
@Table(name = "run")
class RunRow {
    @Id
    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    @Column(name = "pipeline_id")
    UUID pipelineId = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "record_type")
    String recordType = "";

    @Column(name = "record_id")
    UUID recordId = new UUID(0, 0);

    @Column(name = "revision")
    long revision;

    @Column(name = "title")
    @Nullable String title;

    @Column(name = "status")
    String status = RunStatus.RUNNING.name();

    @Column(name = "reason")
    @Nullable String reason;

    @Column(name = "boosts")
    String boosts = "[]";

    @Column(name = "started_at")
    Instant startedAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Column(name = "lease_owner")
    @Nullable String leaseOwner;

    @Column(name = "lease_until")
    @Nullable Instant leaseUntil;

    @Column(name = "version")
    long version;

    /** Notes a change; {@link Announcements#enter} it too, the world should hear of it. */
    void changed(RunStatus newStatus, @Nullable String newReason, Instant now) {
        status = newStatus.name();
        reason = newReason;
        changedAt = now;
        version++;
    }

    /** The runner has work with it from {@code when} on; whoever holds it loses it. */
    void due(Instant when) {
        dueAt = when;
        leaseOwner = null;
        leaseUntil = null;
    }

    /** The runner has nothing more to do with it. */
    void rests() {
        dueAt = null;
        leaseOwner = null;
        leaseUntil = null;
        attempts = 0;
    }

    Run run() {
        return new Run(
                runId,
                pipelineId,
                user,
                recordType,
                recordId,
                revision,
                title,
                RunStatus.valueOf(status),
                reason,
                BoostStep.read(boosts),
                startedAt,
                changedAt,
                version);
    }
}
