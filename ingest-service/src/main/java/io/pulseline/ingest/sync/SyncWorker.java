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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims due rows and runs one pass for each connection among them, a bounded number at a time,
 * each on a virtual thread. Looks for work when woken and at short intervals; any number of
 * replicas may do so.
 */
@ApplicationScoped
class SyncWorker {
    private static final Logger LOG = Logger.getLogger(SyncWorker.class);

    /** Activities, two series, and now and then all the others: about so many rows a pass. */
    private static final int KINDS_DUE_TOGETHER = 4;

    private final DueStore due;
    private final ThingStore things;
    private final ConnectionPass pass;
    private final ConnectionUpkeep upkeep;
    private final SyncMetrics metrics;
    private final SyncConfig config;
    private final Clock clock;
    private final LeaseClock leases;
    private final Semaphore wakes = new Semaphore(0);
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<List<DueWork>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean databaseAway;
    private Instant leasesRenewedAt = Instant.EPOCH;
    private Instant partsForgottenAt = Instant.EPOCH;
    private @Nullable Thread looker;

    SyncWorker(
            DueStore due,
            ThingStore things,
            ConnectionPass pass,
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
            int free = config.concurrency() - running.size();
            List<DueWork> claimed =
                    free <= 0
                            ? List.of()
                            : due.claim(
                                    now,
                                    leaseNow,
                                    leaseNow.plus(config.lease()),
                                    free * KINDS_DUE_TOGETHER);
            claimed.stream()
                    .collect(Collectors.groupingBy(DueWork::connectionId))
                    .values()
                    .forEach(this::begin);
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
            List<DueWork> held = running.stream().flatMap(List::stream).toList();
            if (!held.isEmpty()) {
                due.extend(held, leaseNow.plus(config.lease()));
            }
            leasesRenewedAt = leaseNow;
        }
    }

    private void forgetParts(Instant now) {
        if (partsForgottenAt.plus(config.sweepEvery()).isBefore(now)) {
            things.forgetPartsBefore(now.minus(config.keepParts()));
            partsForgottenAt = now;
        }
    }

    private void begin(List<DueWork> works) {
        running.add(works);
        threads.execute(() -> {
            try {
                places.acquire();
                try {
                    runAndFinish(works);
                    tellFreshness(works.getFirst());
                } finally {
                    places.release();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                running.remove(works);
                wake();
            }
        });
    }

    private void runAndFinish(List<DueWork> works) {
        UUID connection = works.getFirst().connectionId();
        try {
            Map<DueWork, PassResult> results = pass.run(works);
            due.finish(results, clock.instant());
            results.values().forEach(result -> metrics.pass(outcome(result)));
        } catch (DatabaseException e) {
            works.forEach(_ -> metrics.pass(SyncMetrics.Pass.FAILED));
            LOG.warnf("pass cut short: connection=%s reason=%s", connection, e.getMessage());
            giveBack(works);
        } catch (RuntimeException e) {
            works.forEach(_ -> metrics.pass(SyncMetrics.Pass.FAILED));
            LOG.errorf(e, "pass failed: connection=%s", connection);
            giveBack(works);
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
    private void giveBack(List<DueWork> works) {
        Instant leaseUntil = leases.now().plus(config.lease());
        Instant next = clock.instant().plus(config.firstPause());
        Map<DueWork, PassResult> again =
                works.stream()
                        .collect(
                                Collectors.toMap(
                                        work -> work,
                                        work ->
                                                new PassResult.Again(
                                                        next,
                                                        work.postponed(),
                                                        work.progress().change().failed().done(),
                                                        false)));
        while (leases.now().isBefore(leaseUntil)) {
            try {
                due.finish(again, clock.instant());
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
                    again.read() || again.postponed() == null
                            ? SyncMetrics.Pass.DONE
                            : SyncMetrics.Pass.POSTPONED;
            case PassResult.Rests(String _) -> SyncMetrics.Pass.RESTS;
            case PassResult.Overtaken() -> SyncMetrics.Pass.OVERTAKEN;
        };
    }
}
