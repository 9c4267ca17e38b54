package io.pulseline.pipeline.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code answered_request}. */
@Entity
@Table(name = "answered_request")
class AnsweredRequestRow {
    @Id
    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    @Column(name = "user_id")
    UUID user = new UUID(0, 0);

    @Column(name = "content_hash")
    String contentHash = "";

    @Column(name = "answer")
    byte @Nullable [] answer;

    @Column(name = "answered_at")
    Instant answeredAt = Instant.EPOCH;
}
