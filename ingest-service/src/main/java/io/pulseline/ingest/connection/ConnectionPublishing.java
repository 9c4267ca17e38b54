package io.pulseline.ingest.connection;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.publish.ConnectionPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import io.pulseline.ingest.time.LeaseClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings connections to {@code source.connections.v1}. The row says whether its newest state is
 * there; a state is marked as published only after Kafka acknowledged, so none is lost, and a
 * repetition carries the same event id. A state that was overtaken by a newer one may never appear.
 * How fresh the data is goes along with every state, and without one when its time has come.
 */
@ApplicationScoped
class ConnectionPublishing {
    private static final Logger LOG = Logger.getLogger(ConnectionPublishing.class);

    /** States in one go; the next go follows at once where there are more. */
    private static final int AT_ONCE = 50;

    private static final String CLAIM =
            """
            UPDATE connection
            SET publish_lease_until = $1, told_at = $2, tell_at = NULL,
                version = version + CASE WHEN published THEN 1 ELSE 0 END, published = false
            WHERE id IN (SELECT id FROM connection
                         WHERE (NOT published OR tell_at <= $2)
                           AND (publish_lease_until IS NULL OR publish_lease_until <= $3)
                         ORDER BY changed_at LIMIT $4 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;

    private final Transactions transactions;
    private final Statements statements;
    private final ConnectionPublisher publisher;
    private final ConnectionEvents events;
    private final ConnectConfig config;
    private final Clock clock;
    private final LeaseClock leases;
    private final Semaphore wakes = new Semaphore(0);
    private @Nullable Thread worker;

    ConnectionPublishing(
            Transactions transactions,
            Statements statements,
            ConnectionPublisher publisher,
            ConnectionEvents events,
            ConnectConfig config,
            Clock clock,
            LeaseClock leases) {
        this.transactions = transactions;
        this.statements = statements;
        this.publisher = publisher;
        this.events = events;
        this.config = config;
        this.clock = clock;
        this.leases = leases;
    }

    void start(@Observes StartupEvent started) {
        worker = Thread.ofVirtual().name("connection-publishing").start(this::untilInterrupted);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** There is something to publish; do not wait for the next look. */
    void wake() {
        wakes.release();
    }

    private void untilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                if (wakes.tryAcquire(config.publishPoll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            publishDue();
        } catch (RuntimeException e) {
            LOG.debugf(e, "connections not published yet");
        }
    }

    /** Publishes what is due; also called by tests. */
    void publishDue() {
        Instant now = leases.now();
        List<ConnectionEntity> rows = claim(now);
        for (ConnectionEntity row : rows) {
            publish(row.asConnection());
        }
        if (rows.size() == AT_ONCE) {
            wake();
        }
    }

    private List<ConnectionEntity> claim(Instant now) {
        List<UUID> ids =
                statements
                        .rows(CLAIM, now.plus(config.publishLease()), clock.instant(), now, AT_ONCE)
                        .stream()
                        .map(row -> row.getUUID("id"))
                        .toList();
        // Who cannot read what is claimed leaves it until the lease has run out.
        return ids.isEmpty()
                ? List.of()
                : transactions.read(
                        () -> ConnectionEntity.list("id in ?1 order by changedAt", ids));
    }

    private void publish(Connection connection) {
        PublishOutcome outcome =
                publisher.publish(
                        events.of(connection),
                        NamedUuid.of(connection.id(), "version:" + connection.version()));
        boolean acknowledged =
                switch (outcome) {
                    case PublishOutcome.Acknowledged() -> true;
                    case PublishOutcome.NotAcknowledged(String reason) -> {
                        LOG.warnf(
                                "connection not published yet: connection=%s reason=%s",
                                connection.id(), reason);
                        yield false;
                    }
                };
        transactions.run(() ->
                ConnectionEntity.update("publishLeaseUntil = null where id = ?1", connection.id())
                        .chain(() -> mark(connection, acknowledged)));
    }

    private static Uni<Integer> mark(Connection connection, boolean acknowledged) {
        return acknowledged
                ? ConnectionEntity.update(
                        "published = true where id = ?1 and version = ?2",
                        connection.id(),
                        connection.version())
                : Uni.createFrom().item(0);
    }
}
