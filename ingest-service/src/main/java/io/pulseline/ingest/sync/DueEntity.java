package io.pulseline.ingest.sync;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code due}; see its comments there. */
@Entity
@Table(name = "due")
public class DueEntity extends PanacheEntityBase {
    @Id public UUID id = new UUID(0, 0);

    @Column(name = "connection_id")
    public UUID connectionId = new UUID(0, 0);

    public String kind = "";

    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    @Column(name = "not_before")
    public @Nullable Instant notBefore;

    @Column(name = "live_from")
    public LocalDate liveFrom = LocalDate.EPOCH;

    public LocalDate watermark = LocalDate.EPOCH;

    @Column(name = "reread_from")
    public @Nullable LocalDate rereadFrom;

    public long generation;
    public int failures;
    public @Nullable UUID claim;

    @Column(name = "last_success_at")
    public @Nullable Instant lastSuccessAt;

    @Column(name = "lease_until")
    public @Nullable Instant leaseUntil;
}
