package io.pulseline.pipeline.delivery;

import static java.util.Objects.requireNonNull;

import io.pulseline.pipeline.target.EventType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code delivery}: the sealed state laid flat. What only claims and settlements use
 * is not here.
 */
@Entity
@Table(name = "delivery")
class DeliveryRow {
    @Id
    @Column(name = "delivery_id")
    UUID deliveryId = new UUID(0, 0);

    @Column(name = "target_id")
    UUID target = new UUID(0, 0);

    @Column(name = "target_type")
    String targetType = "";

    @Column(name = "position")
    int position;

    @Column(name = "run_id")
    UUID run = new UUID(0, 0);

    @Column(name = "record_id")
    UUID record = new UUID(0, 0);

    @Column(name = "revision")
    long revision;

    @Column(name = "pass")
    int pass;

    @Column(name = "event")
    String event = EventType.CREATED.name();

    @Column(name = "fingerprint")
    @Nullable String fingerprint;

    @Column(name = "state")
    String state = "";

    @Column(name = "attempts")
    int attempts;

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    @Column(name = "lease_owner")
    @Nullable String leaseOwner;

    @Column(name = "lease_until")
    @Nullable Instant leaseUntil;

    @Column(name = "called_off")
    boolean calledOff;

    @Column(name = "overtaken")
    boolean overtaken;

    @Column(name = "in_order")
    boolean inOrder;

    @Column(name = "held")
    boolean held;

    @Column(name = "reason")
    @Nullable String reason;

    @Column(name = "duration_milliseconds")
    @Nullable Long durationMilliseconds;

    @Column(name = "remote_id")
    @Nullable String remoteId;

    @Column(name = "user_id")
    @Nullable UUID user;

    @Column(name = "place")
    @Nullable UUID place;

    @Column(name = "started_at")
    @Nullable Instant startedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column(name = "attempt_log")
    String attemptLog = "[]";

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    static DeliveryRow of(PlannedDelivery planned, Instant now) {
        DeliveryRow row = of(planned.entered(now), now);
        row.inOrder = planned.inOrder();
        row.leaves(planned.footprint());
        return row;
    }

    private static DeliveryRow of(Delivery delivery, Instant now) {
        DeliveryRow row = new DeliveryRow();
        row.deliveryId = delivery.id();
        row.target = delivery.target();
        row.targetType = delivery.targetType();
        row.position = delivery.position();
        row.run = delivery.run();
        row.record = delivery.record();
        row.revision = delivery.revision();
        row.pass = delivery.pass();
        row.event = delivery.event().name();
        row.fingerprint = delivery.fingerprint();
        row.dueAt = now;
        row.become(delivery.state(), now);
        return row;
    }

    Delivery delivery() {
        return new Delivery(
                deliveryId,
                target,
                targetType,
                position,
                run,
                record,
                revision,
                pass,
                EventType.valueOf(event),
                fingerprint,
                state(),
                durationMilliseconds,
                changedAt,
                PastAttempt.read(attemptLog));
    }

    DeliveryState state() {
        return DeliveryState.stored(
                deliveryId,
                state,
                new DeliveryState.Facts(
                        dueAt, attempts, leaseOwner, leaseUntil, reason, remoteId, changedAt));
    }

    void become(DeliveryState next, Instant now) {
        state = next instanceof DeliveryState.Leased ? "LEASED" : next.word();
        attempts = next.attempts();
        reason = next.reason();
        leaseOwner = null;
        leaseUntil = null;
        calledOff = false;
        overtaken = false;
        held = false;
        changedAt = now;
        switch (next) {
            case DeliveryState.Due due -> dueAt = due.at();
            case DeliveryState.Leased leased -> {
                leaseOwner = leased.owner();
                leaseUntil = leased.until();
            }
            case DeliveryState.Delivered delivered -> remoteId = delivered.remoteId();
            case DeliveryState.Refused _,
                    DeliveryState.Exhausted _,
                    DeliveryState.Superseded _,
                    DeliveryState.Cancelled _,
                    DeliveryState.Skipped _ -> {}
        }
    }

    void leaves(@Nullable Footprint footprint) {
        user = footprint == null ? null : footprint.user();
        place = footprint == null ? null : footprint.place();
        startedAt = footprint == null ? null : footprint.startedAt();
        endedAt = footprint == null ? null : footprint.endedAt();
    }

    /** Only of one that left a footprint. */
    Fed fed() {
        return new Fed(
                target,
                run,
                new Footprint(
                        requireNonNull(user),
                        requireNonNull(place),
                        requireNonNull(startedAt),
                        endedAt),
                remoteId);
    }
}
