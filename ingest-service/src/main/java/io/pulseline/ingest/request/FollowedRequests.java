package io.pulseline.ingest.request;

import io.pulseline.ingest.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Which requests were followed already. All methods block. */
@ApplicationScoped
class FollowedRequests {
    /** Longer than the topic keeps them. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final Duration SWEEP_EVERY = Duration.ofHours(6);

    private final Statements statements;
    private final AtomicReference<Instant> sweptAt = new AtomicReference<>(Instant.EPOCH);

    FollowedRequests(Statements statements) {
        this.statements = statements;
    }

    boolean contains(String requestId) {
        return !statements
                .rows("SELECT 1 FROM followed_request WHERE request_id = $1", requestId)
                .isEmpty();
    }

    void add(String requestId, Instant now) {
        statements.rows(
                "INSERT INTO followed_request (request_id, followed_at) VALUES ($1, $2)"
                        + " ON CONFLICT (request_id) DO NOTHING",
                requestId,
                now);
        Instant swept = sweptAt.get();
        if (swept.plus(SWEEP_EVERY).isBefore(now) && sweptAt.compareAndSet(swept, now)) {
            statements.rows("DELETE FROM followed_request WHERE followed_at < $1", now.minus(KEPT));
        }
    }
}
