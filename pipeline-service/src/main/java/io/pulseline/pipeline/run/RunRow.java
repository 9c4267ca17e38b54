package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of table {@code run}. */
@Entity
@Table(name = "run")
class RunRow {
    private static final String BETWEEN = ",";

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

    @Column(name = "pass")
    int pass;

    @Column(name = "content_hash")
    @Nullable String contentHash;

    @Column(name = "only_targets")
    String onlyTargets = "";

    @Column(name = "resend")
    boolean resend;

    @Column(name = "called_off")
    boolean calledOff;

    @Column(name = "activity_type")
    @Nullable String activityType;

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

    @Column(name = "waypoint")
    byte @Nullable [] waypoint;

    @Column(name = "waypoint_bytes")
    @Nullable Integer waypointBytes;

    @Column(name = "awaits_from")
    @Nullable Instant awaitsFrom;

    @Column(name = "awaits_to")
    @Nullable Instant awaitsTo;

    @Column(name = "look_again_at")
    @Nullable Instant lookAgainAt;

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

    /** What the request under way is limited to; empty for all targets. */
    Set<UUID> onlyTargets() {
        return onlyTargets.isEmpty()
                ? Set.of()
                : Arrays.stream(onlyTargets.split(BETWEEN))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }

    void limitTo(Set<UUID> targets) {
        onlyTargets = targets.stream().map(UUID::toString).collect(Collectors.joining(BETWEEN));
    }

    /** Where to take it up when data come; null if none are awaited. */
    void keep(@Nullable Waypoint kept) {
        Packed packed = kept == null ? null : kept.write();
        waypoint = packed == null ? null : packed.zstd();
        waypointBytes = packed == null ? null : Integer.valueOf(packed.bytes());
        awaitsFrom = kept == null ? null : kept.awaits().from();
        awaitsTo = kept == null ? null : kept.awaits().to();
    }

    /** Still packed; null if there is none. */
    @Nullable Packed waypoint() {
        return waypoint == null || waypointBytes == null
                ? null
                : Packed.stored(waypoint, waypointBytes);
    }

    /** What was asked for has been done, or is no longer wanted. */
    void requestIsOver() {
        onlyTargets = "";
        resend = false;
    }

    /** True for deliveries that the run stands for now. */
    boolean isPresent(Delivery delivery) {
        return delivery.run().equals(runId) && delivery.isOf(revision, pass);
    }

    /** As it was claimed. */
    ClaimedRun claimed() {
        return new ClaimedRun(
                runId,
                pipelineId,
                user,
                recordId,
                revision,
                pass,
                onlyTargets(),
                resend,
                waypoint(),
                BoostStep.read(boosts),
                requireNonNull(leaseOwner),
                attempts,
                this);
    }

    /** All that the runner changes, as {@link RunTable#store} wants it. */
    String given() {
        ObjectNode given =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("status", status)
                        .put("reason", reason)
                        .put("title", title)
                        .put("activity_type", activityType)
                        .put("boosts", boosts)
                        .put("pass", pass)
                        .put("only_targets", onlyTargets)
                        .put("resend", resend)
                        .put("waypoint", waypoint)
                        .put("waypoint_bytes", waypointBytes);
        put(given, "due_at", dueAt);
        put(given, "awaits_from", awaitsFrom);
        put(given, "awaits_to", awaitsTo);
        put(given, "look_again_at", lookAgainAt);
        put(given, "changed_at", changedAt);
        return given.toString();
    }

    private static void put(ObjectNode given, String name, @Nullable Instant instant) {
        given.put(name, instant == null ? null : instant.toString());
    }

    Run run() {
        return new Run(
                runId,
                pipelineId,
                user,
                recordType,
                recordId,
                revision,
                pass,
                title,
                activityType,
                RunStatus.valueOf(status),
                reason,
                BoostStep.read(boosts),
                startedAt,
                changedAt,
                version);
    }
}
