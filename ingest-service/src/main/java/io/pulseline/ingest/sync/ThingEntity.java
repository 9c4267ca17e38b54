package io.pulseline.ingest.sync;

import io.pulseline.ingest.publish.Route;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code thing}; see its comments there. */
@Entity
@Table(name = "thing")
public class ThingEntity extends PanacheEntityBase {
    @Id public UUID id = new UUID(0, 0);

    @Column(name = "connection_id")
    public UUID connectionId = new UUID(0, 0);

    public String kind = "";

    @Column(name = "provider_id")
    public String providerId = "";

    @Column(name = "thing_key")
    public String thingKey = "";

    @Column(name = "listed_hash")
    public String listedHash = "";

    @Enumerated(EnumType.STRING)
    public State state = State.NOTED;

    public @Nullable String reason;

    @Column(name = "noted_at")
    public Instant notedAt = Instant.EPOCH;

    public int attempts;

    @Column(name = "next_check_at")
    public @Nullable Instant nextCheckAt;

    @Column(name = "captured_at")
    public @Nullable Instant capturedAt;

    @Column(name = "published_hash")
    public @Nullable String publishedHash;

    @Column(name = "published_completeness")
    public @Nullable String publishedCompleteness;

    @Column(name = "pending_payload")
    public byte @Nullable [] pendingPayload;

    @Column(name = "pending_payload_id")
    public @Nullable UUID pendingPayloadId;

    @Column(name = "pending_hash")
    public @Nullable String pendingHash;

    @Column(name = "pending_completeness")
    public @Nullable String pendingCompleteness;

    @Column(name = "local_date")
    public @Nullable LocalDate localDate;

    @Column(name = "missing_since")
    public @Nullable Instant missingSince;

    @Enumerated(EnumType.STRING)
    public Route route = Route.LIVE;

    public String zone = "";

    @Column(name = "starts_at")
    public @Nullable Instant startsAt;

    @Column(name = "ends_at")
    public @Nullable Instant endsAt;

    /** Whether it is named by a local date, not by an id of the provider. */
    boolean isDated() {
        return localDate != null && thingKey.equals(localDate.toString());
    }

    /** Encoded, with all that sending needs; from here on a crash changes nothing. */
    void ready(Bundle bundle, byte[] encoded, Instant now) {
        state = State.READY;
        reason = null;
        capturedAt = bundle.capturedAt();
        pendingPayload = encoded;
        pendingPayloadId = bundle.payloadId();
        pendingHash = bundle.hash();
        pendingCompleteness = bundle.completeness();
        nextCheckAt = now;
    }

    /** Kafka has it. */
    void published() {
        publishedHash = pendingHash;
        publishedCompleteness = pendingCompleteness;
        state = State.SETTLED;
        nextCheckAt = null;
        attempts++;
        forgetPending();
    }

    void forgetPending() {
        pendingPayload = null;
        pendingPayloadId = null;
        pendingHash = null;
        pendingCompleteness = null;
    }

    /** Where a thing stands on its way to Kafka. */
    public enum State {
        /** New or changed; its parts are to be read. */
        NOTED,
        /** Promised parts are missing, and there is still time. */
        WAITING,
        /** Encoded and stored; Kafka has not acknowledged yet. */
        READY,
        /** Published with parts missing; still looked for. */
        PARTIAL,
        /** Nothing to do until it changes. */
        SETTLED,
        /** Will never be published as it is; the reason says why. */
        REFUSED
    }
}
