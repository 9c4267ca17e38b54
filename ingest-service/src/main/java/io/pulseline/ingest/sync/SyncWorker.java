package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ConnectionUpkeep;
import io.pulseline.ingest.database.DatabaseException;
import io.pulseline.ingest.time.LeaseClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims due rows and runs their passes, a bounded number at a time, each on a virtual thread.
 * Looks for work when woken and at short intervals; any number of replicas may do so.
 */
@ApplicationScoped
class SyncWorker {
    private static final Logger LOG = Logger.getLogger(SyncWorker.class);

    private final DueStore due;
    private final ThingStore things;
    private final ActivityPass pass;
    private final ConnectionUpkeep upkeep;
    private final SyncMetrics metrics;
    private final SyncConfig config;
    private final Clock clock;
    private final LeaseClock leases;
    private final Semaphore wakes = new Semaphore(0);
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<DueWork> running = ConcurrentHashMap.newKeySet();
    private volatile boolean databaseAway;
    private Instant leasesRenewedAt = Instant.EPOCH;
    private Instant partsForgottenAt = Instant.EPOCH;
    private @Nullable Thread looker;

    SyncWorker(
            DueStore due,
            ThingStore things,
            ActivityPass pass,
            ConnectionUpkeep upkeep,
            SyncMetrics metrics,
            SyncConfig config,
            Clock clock,
            LeaseClock leases) {
        this.due = due;
        this.things = things;
        this.pass = pass;
        this.upkeep = upkeep;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.leases = leases;
        this.places = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent started) {
        looker = Thread.ofVirtual().name("sync").start(this::lookUntilInterrupted);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (looker != null) {
            looker.interrupt();
        }
        // A pass that is cut short is taken up by whoever finds its lease run out.
        threads.shutdownNow();
    }

    /** There is something to do; do not wait for the next look. */
    void wake() {
        wakes.release();
    }

    private void lookUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                if (wakes.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Instant now = clock.instant();
            Instant leaseNow = leases.now();
            renewLeases(leaseNow);
            int free = places.availablePermits();
            List<DueWork> claimed =
                    free == 0
                            ? List.of()
                            : due.claim(now, leaseNow, leaseNow.plus(config.lease()), free);
            claimed.forEach(this::begin);
            forgetParts(now);
            databaseAway = false;
        } catch (RuntimeException e) {
            if (!databaseAway) {
                LOG.warnf("sync waits: reason=%s", e.getMessage());
            }
            databaseAway = true;
        }
    }

    private void renewLeases(Instant leaseNow) {
        if (leasesRenewedAt.plus(config.lease().dividedBy(3)).isBefore(leaseNow)) {
            running.forEach(work -> due.extend(work, leaseNow.plus(config.lease())));
            leasesRenewedAt = leaseNow;
        }
    }

    private void forgetParts(Instant now) {
        if (partsForgottenAt.plus(config.sweepEvery()).isBefore(now)) {
            things.forgetPartsBefore(now.minus(config.keepParts()));
            partsForgottenAt = now;
        }
    }

    private void begin(DueWork work) {
        places.acquireUninterruptibly();
        running.add(work);
        threads.execute(() -> {
            try {
                runAndFinish(work);
                tellFreshness(work);
            } finally {
                running.remove(work);
                places.release();
                wake();
            }
        });
    }

    private void runAndFinish(DueWork work) {
        try {
            PassResult result = pass.run(work);
            due.finish(work, result, clock.instant());
            metrics.pass(outcome(result));
        } catch (DatabaseException e) {
            metrics.pass(SyncMetrics.Pass.FAILED);
            LOG.warnf(
                    "pass cut short: connection=%s reason=%s", work.connectionId(), e.getMessage());
            giveBack(work);
        } catch (RuntimeException e) {
            metrics.pass(SyncMetrics.Pass.FAILED);
            LOG.errorf(e, "pass failed: connection=%s", work.connectionId());
            giveBack(work);
        }
    }

    private void tellFreshness(DueWork work) {
        try {
            upkeep.passed(work.connectionId());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "freshness not told: connection=%s reason=%s",
                    work.connectionId(), e.getMessage());
        }
    }

    /** As soon as the database is there again; else others wait until the lease has run out. */
    private void giveBack(DueWork work) {
        Instant leaseUntil = leases.now().plus(config.lease());
        Instant next = clock.instant().plus(config.firstPause());
        PassResult again =
                new PassResult.Again(
                        next, work.notBefore(), work.watermark(), false, work.failures() + 1);
        while (leases.now().isBefore(leaseUntil)) {
            try {
                due.finish(work, again, clock.instant());
                return;
            } catch (DatabaseException _) {
                LockSupport.parkNanos(config.poll().toNanos());
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private static SyncMetrics.Pass outcome(PassResult result) {
        return switch (result) {
            case PassResult.Again again ->
                    again.listed() || again.notBefore() == null
                            ? SyncMetrics.Pass.DONE
                            : SyncMetrics.Pass.POSTPONED;
            case PassResult.Rests(String _) -> SyncMetrics.Pass.RESTS;
            case PassResult.Overtaken() -> SyncMetrics.Pass.OVERTAKEN;
        };
    }
}
