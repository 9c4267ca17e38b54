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

/** Row of table {@code thing_part}; see its comments there. */
@Entity
@Table(name = "thing_part")
public class ThingPartEntity extends PanacheEntityBase {
    @Id public UUID id = new UUID(0, 0);

    @Column(name = "thing_id")
    public UUID thingId = new UUID(0, 0);

    public String kind = "";
    public int position;

    public boolean whole;

    @Column(name = "request_path")
    public String requestPath = "";

    @Column(name = "first_local_date")
    public @Nullable LocalDate firstLocalDate;

    @Column(name = "last_local_date")
    public @Nullable LocalDate lastLocalDate;

    public int status;

    @Column(name = "content_type")
    public @Nullable String contentType;

    @Column(name = "unit_system")
    public @Nullable String unitSystem;

    @Column(name = "captured_at")
    public Instant capturedAt = Instant.EPOCH;

    @Column(name = "uncompressed_bytes")
    public long uncompressedBytes;

    public byte[] zstd = {};

    @Column(name = "body_hash")
    public String bodyHash = "";
}
