package io.pulseline.pipeline.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.access.audit.Act;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Faults;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was done, a moment after it: no answer waits for it. While the database is away
 * entries wait here, up to a bound; what comes beyond is lost, counted, and logged once. A process
 * that is killed loses those that wait, usually a few milliseconds of them.
 */
@ApplicationScoped
class AuditLog {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final int BATCH = 200;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final AuditEntries entries;
    private final Transactions transactions;
    private final Counter lost;
    private final BlockingQueue<Act> waiting;
    private final AtomicBoolean hasLost = new AtomicBoolean();

    /** What the worker took and has not written yet; its own. */
    private final List<Act> taken = new ArrayList<>(BATCH);

    private volatile @Nullable WorkLoop loop;

    AuditLog(
            AuditEntries entries,
            Transactions transactions,
            AuditSettings settings,
            MeterRegistry registry) {
        this.entries = entries;
        this.transactions = transactions;
        this.lost =
                Counter.builder("pulseline.audit.lost")
                        .description("Changes of which the audit log knows nothing")
                        .register(registry);
        this.waiting = new ArrayBlockingQueue<>(settings.mostWaiting());
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("audit", POLL, this::step);
    }

    /** What waits is written, if the database takes it at once. */
    void stop(@Observes ShutdownEvent event) {
        WorkLoop running = loop;
        if (running != null) {
            running.close();
        }
        try {
            while (step() > 0) {
                // One batch after the other.
            }
        } catch (DatabaseException _) {
            lose(taken.size() + waiting.size());
        }
    }

    /** Never blocks, never fails. */
    void note(Act act) {
        if (!waiting.offer(act)) {
            lose(1);
        }
        WorkLoop running = loop;
        if (running != null) {
            running.wake();
        }
    }

    /** Also called after the loop has ended, never at the same time. */
    private synchronized int step() {
        waiting.drainTo(taken, BATCH - taken.size());
        if (taken.isEmpty()) {
            return 0;
        }
        List<Act> batch = List.copyOf(taken);
        try {
            transactions.writeAndWait(() -> entries.add(batch));
            hasLost.set(false);
        } catch (DatabaseException e) {
            if (!Faults.isDeterministic(e)) {
                throw e;
            }
            lose(batch.size());
        }
        taken.clear();
        return batch.size();
    }

    private void lose(int number) {
        lost.increment(number);
        if (number > 0 && !hasLost.getAndSet(true)) {
            LOG.error("the audit log is not written; pulseline.audit.lost counts what is missing");
        }
    }
}
