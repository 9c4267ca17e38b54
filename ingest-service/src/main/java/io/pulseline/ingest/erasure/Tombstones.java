package io.pulseline.ingest.erasure;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.publish.ConnectionPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import io.pulseline.ingest.time.LeaseClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@code source.connections.v1} that connections are gone: at once, and once more when a
 * state that was being published meanwhile has arrived. The same account connected again has the
 * same id: then there is nothing to tell any more.
 */
@ApplicationScoped
class Tombstones {
    private static final Logger LOG = Logger.getLogger(Tombstones.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** As long as a state may be on its way ({@code ingest.connect.publish-lease}). */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private static final int AT_ONCE = 50;

    private static final String CLAIM =
            """
            UPDATE connection_tombstone SET due_at = $2
            WHERE connection_id IN (
                SELECT connection_id FROM connection_tombstone WHERE due_at <= $1
                ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING connection_id, told,
                EXISTS (SELECT 1 FROM connection c
                        WHERE c.id = connection_tombstone.connection_id) AS back
            """;

    private static final String TOLD =
            "UPDATE connection_tombstone SET told = told + 1 WHERE connection_id = $1";

    private static final String DONE = "DELETE FROM connection_tombstone WHERE connection_id = $1";

    private final Statements statements;
    private final ConnectionPublisher publisher;
    private final UserRows rows;
    private final LeaseClock leases;
    private final Semaphore wakes = new Semaphore(0);
    private @Nullable Thread worker;

    Tombstones(
            Statements statements,
            ConnectionPublisher publisher,
            UserRows rows,
            LeaseClock leases) {
        this.statements = statements;
        this.publisher = publisher;
        this.rows = rows;
        this.leases = leases;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofVirtual().name("tombstones").start(this::untilInterrupted);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** There is one to tell. */
    void wake() {
        wakes.release();
    }

    private void untilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                if (wakes.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            tellDue(leases.now());
        } catch (RuntimeException e) {
            LOG.debugf(e, "tombstones not told yet");
        }
    }

    /** Tells what is due by then; also called by tests. */
    void tellDue(Instant now) {
        statements
                .rows(CLAIM, now, now.plus(AGAIN_AFTER), AT_ONCE)
                .forEach(row -> {
                    UUID connection = row.getUUID("connection_id");
                    if (row.getBoolean("back")) {
                        statements.rows(DONE, connection);
                    } else {
                        tell(connection, row.getInteger("told") > 0);
                    }
                });
    }

    private void tell(UUID connection, boolean wasTold) {
        switch (publisher.gone(connection)) {
            case PublishOutcome.Acknowledged() when wasTold -> {
                rows.eraseLeftovers(connection);
                statements.rows(DONE, connection);
            }
            case PublishOutcome.Acknowledged() -> statements.rows(TOLD, connection);
            case PublishOutcome.NotAcknowledged(String reason) ->
                    LOG.warnf(
                            "tombstone not told yet: connection=%s reason=%s", connection, reason);
        }
    }
}
