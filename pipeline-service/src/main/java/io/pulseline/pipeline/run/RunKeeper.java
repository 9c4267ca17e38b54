package io.pulseline.pipeline.run;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time alone brings about: runs that are to be looked at again go their way once more, and
 * runs of metrics are forgotten {@value #KEPT_DAYS} days after their last change. Those of
 * activities stay.
 */
@ApplicationScoped
class RunKeeper {
    static final int KEPT_DAYS = 7;

    private static final int BATCH = 500;

    private final Runs runs;
    private final RunTable table;
    private final RunWorker worker;
    private final Transactions transactions;
    private final PaceSettings pace;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    RunKeeper(
            Runs runs,
            RunTable table,
            RunWorker worker,
            Transactions transactions,
            PaceSettings pace,
            Clock clock) {
        this.runs = runs;
        this.table = table;
        this.worker = worker;
        this.transactions = transactions;
        this.pace = pace;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("run keeper", pace.keep(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /**
     * Does what is due; blocks.
     *
     * @return how much that was; 0 if nothing is left for now
     */
    int step() {
        Instant now = clock.instant();
        int looked = transactions.writeAndWait(() -> runs.lookAgain(now, BATCH));
        if (looked > 0) {
            worker.wake();
        }
        Instant before = now.minus(Duration.ofDays(KEPT_DAYS));
        return looked + transactions.writeAndWait(() -> table.forgetMetrics(before, BATCH));
    }
}
