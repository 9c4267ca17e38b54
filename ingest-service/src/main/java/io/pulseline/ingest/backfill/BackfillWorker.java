package io.pulseline.ingest.backfill;

import io.pulseline.ingest.database.DatabaseException;
import io.pulseline.ingest.sync.KindLeases;
import io.pulseline.ingest.time.LeaseClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims backfills whose time has come and runs them, a bounded number at a time, each on a virtual
 * thread. Any number of replicas may do so.
 */
@ApplicationScoped
class BackfillWorker {
    private static final Logger LOG = Logger.getLogger(BackfillWorker.class);

    private final BackfillStore store;
    private final BackfillRun run;
    private final KindLeases kinds;
    private final BackfillConfig config;
    private final Clock clock;
    private final LeaseClock leases;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Held> running = ConcurrentHashMap.newKeySet();
    private Instant renewedAt = Instant.EPOCH;
    private boolean databaseAway;
    private @Nullable Thread looker;

    BackfillWorker(
            BackfillStore store,
            BackfillRun run,
            KindLeases kinds,
            BackfillConfig config,
            Clock clock,
            LeaseClock leases) {
        this.store = store;
        this.run = run;
        this.kinds = kinds;
        this.config = config;
        this.clock = clock;
        this.leases = leases;
    }

    void start(@Observes StartupEvent started) {
        looker = Thread.ofVirtual().name("backfill").start(this::lookUntilInterrupted);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looker != null) {
            looker.interrupt();
        }
        // What is cut short is taken up by whoever finds its lease run out.
        threads.shutdownNow();
    }

    private void lookUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(config.poll());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Instant leaseNow = leases.now();
            renew(leaseNow);
            claim(leaseNow);
            databaseAway = false;
        } catch (RuntimeException e) {
            if (!databaseAway) {
                LOG.warnf("backfill waits: reason=%s", e.getMessage());
            }
            databaseAway = true;
        }
    }

    private void renew(Instant leaseNow) {
        if (renewedAt.plus(config.lease().dividedBy(3)).isAfter(leaseNow)) {
            return;
        }
        for (Held held : running) {
            store.extend(held.connection(), held.claim(), leaseNow.plus(config.lease()));
            @Nullable String kind = held.kind();
            if (kind != null) {
                kinds.keep(held.connection(), kind, held.claim(), config.lease());
            }
        }
        renewedAt = leaseNow;
    }

    private void claim(Instant leaseNow) {
        int free = config.concurrency() - running.size();
        if (free < 1) {
            return;
        }
        UUID claim = UUID.randomUUID();
        List<UUID> claimed =
                store.claim(claim, clock.instant(), leaseNow, leaseNow.plus(config.lease()), free);
        for (UUID connection : claimed) {
            Held held = new Held(connection, claim);
            running.add(held);
            threads.execute(() -> run(held));
        }
    }

    private void run(Held held) {
        try {
            run.run(held);
        } catch (DatabaseException e) {
            LOG.warnf(
                    "backfill cut short: connection=%s reason=%s",
                    held.connection(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "backfill failed: connection=%s", held.connection());
            giveUp(held);
        } finally {
            running.remove(held);
        }
    }

    private void giveUp(Held held) {
        try {
            run.giveUp(held);
        } catch (DatabaseException e) {
            LOG.warnf(
                    "backfill is tried again: connection=%s reason=%s",
                    held.connection(), e.getMessage());
        }
    }
}
