package io.pulseline.pipeline.run;

import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.DeliveryWorker;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Claims runs that are due and takes them through, one after the other. */
@ApplicationScoped
public class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    /** A small batch: what waits in it behind others keeps its lease meanwhile. */
    private static final int BATCH = 10;

    /** A run that fails this often fails by our mistake, and must not come again for ever. */
    private static final int MOST_ATTEMPTS = 5;

    private final RunTable table;
    private final Runner runner;
    private final DeliveryWorker deliveries;
    private final RunAnnouncer announcer;
    private final Transactions transactions;
    private final PaceSettings pace;
    private final Clock clock;
    private boolean claimsAreOurs;
    private @Nullable WorkLoop loop;

    RunWorker(
            RunTable table,
            Runner runner,
            DeliveryWorker deliveries,
            RunAnnouncer announcer,
            Transactions transactions,
            PaceSettings pace,
            Clock clock) {
        this.table = table;
        this.runner = runner;
        this.deliveries = deliveries;
        this.announcer = announcer;
        this.transactions = transactions;
        this.pace = pace;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("runs", pace.poll(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** A run may be due. */
    public void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private int step() {
        if (!claimsAreOurs) {
            // Of an earlier life of this process, or left over when the database went away.
            transactions.writeAndWait(() -> table.release(pace.instance()));
            claimsAreOurs = true;
        }
        Instant now = clock.instant();
        List<ClaimedRun> claimed =
                transactions.writeAndWait(
                        () -> table.claim(pace.instance(), now, now.plus(pace.lease()), BATCH));
        for (ClaimedRun run : claimed) {
            take(run);
            deliveries.wake();
        }
        if (!claimed.isEmpty()) {
            announcer.wake();
        }
        return claimed.size();
    }

    private void take(ClaimedRun run) {
        try {
            runner.take(run);
        } catch (DatabaseException e) {
            if (e.isOutage()) {
                claimsAreOurs = false;
                throw e;
            }
            failed(run, e);
        } catch (RuntimeException e) {
            failed(run, e);
        }
    }

    private void failed(ClaimedRun run, RuntimeException failure) {
        LOG.errorf(failure, "run %s failed by our mistake, attempt %d", run.id(), run.attempts());
        if (run.attempts() >= MOST_ATTEMPTS) {
            runner.giveUp(run, "our mistake: " + failure.getClass().getSimpleName());
        } else {
            claimsAreOurs = false;
        }
    }
}
