package io.pulseline.pipeline.tier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of table {@code counted_activity}. */
@Entity
@Table(name = "counted_activity")
class CountedActivityRow {
    @Id
    @Column(name = "record_id")
    UUID recordId = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "counted_at")
    Instant countedAt = Instant.EPOCH;
}
