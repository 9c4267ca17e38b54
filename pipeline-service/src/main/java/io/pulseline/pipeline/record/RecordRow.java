package io.pulseline.pipeline.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code record}. */
@Entity
@Table(name = "record")
class RecordRow {
    @Id
    @Column(name = "record_id")
    UUID recordId = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "record_type")
    String recordType = "";

    @Column(name = "revision")
    long revision;

    @Column(name = "content_hash")
    String contentHash = "";

    @Column(name = "deleted")
    boolean deleted;

    @Column(name = "started_at")
    @Nullable Instant startedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column(name = "local_date")
    @Nullable LocalDate localDate;

    /** Of an activity; null for other types, and where it was kept before there were figures. */
    @Column(name = "figures")
    @Nullable String figures;

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    @Column(name = "content")
    byte[] content = {};

    @Column(name = "content_bytes")
    int contentBytes;
}
