package io.pulseline.ingest.backfill;

import io.pulseline.ingest.backfill.Backfill.Step;
import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.Condition;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.PairedDevices;
import io.pulseline.ingest.publish.Route;
import io.pulseline.ingest.sync.Asker;
import io.pulseline.ingest.sync.DataProviders;
import io.pulseline.ingest.sync.ReadContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes one claimed backfill as far as it goes now: step after step, until it has to wait. */
@ApplicationScoped
class BackfillRun {
    private static final Logger LOG = Logger.getLogger(BackfillRun.class);

    private final BackfillStore store;
    private final BackfillSteps steps;
    private final ConnectionStore connections;
    private final AuthorizedCalls calls;
    private final DataProviders providers;
    private final PairedDevices devices;
    private final BackfillConfig config;
    private final Clock clock;

    BackfillRun(
            BackfillStore store,
            BackfillSteps steps,
            ConnectionStore connections,
            AuthorizedCalls calls,
            DataProviders providers,
            PairedDevices devices,
            BackfillConfig config,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.connections = connections;
        this.calls = calls;
        this.providers = providers;
        this.devices = devices;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Runs and writes how it ended; blocks.
     *
     * @throws io.pulseline.ingest.database.DatabaseException if the database is away; the lease
     *     runs out by itself
     */
    void run(Held held) {
        Optional<Connection> connection =
                connections.find(held.connection()).filter(Connection::isConnected);
        if (connection.isEmpty()) {
            finish(held, Pause.untilConsent("not connected", 0));
            return;
        }
        ReadContext context = context(connection.get());
        Turn turn = new Turn.GoOn();
        while (turn instanceof Turn.GoOn && !Thread.currentThread().isInterrupted()) {
            turn = next(held, context);
        }
        if (turn instanceof Turn.Wait(Pause pause)) {
            finish(held, pause);
        }
    }

    private ReadContext context(Connection connection) {
        Asker asker = new Asker(calls, connection.id(), Priority.BACKFILL, null);
        return new ReadContext(
                connection,
                providers.named(connection.provider()),
                asker,
                token -> devices.read(connection, token),
                Route.BACKFILL,
                clock);
    }

    private Turn next(Held held, ReadContext context) {
        Optional<Backfill> found = store.find(held.connection()).filter(Backfill::isRunning);
        if (found.isEmpty()) {
            return new Turn.Lost();
        }
        Backfill backfill = found.get();
        connections.hold(held.connection(), condition(backfill));
        if (BackfillSteps.isUnbounded(backfill)) {
            return steps.bound(held, backfill, context);
        }
        Optional<Step> step = backfill.nextStep(config.datesPerStep());
        return step.isEmpty()
                ? new Turn.Wait(Pause.done())
                : steps.read(held, backfill, step.get(), context);
    }

    /** The same for all of one backfill, so that others hear of its begin and end only. */
    private Condition condition(Backfill backfill) {
        return new Condition(
                Condition.BACKFILLING,
                clock.instant(),
                "READING_HISTORY",
                "Your history from " + backfill.first() + " to " + backfill.last() + " is read.");
    }

    /** After a mistake of ours: the same would happen again. */
    void giveUp(Held held) {
        finish(held, Pause.failed("an error of ours; it is in the log", 0, 0));
    }

    private void finish(Held held, Pause pause) {
        store.finish(held.connection(), held.claim(), pause, clock.instant());
        if (!pause.state().equals(Backfill.RUNNING)) {
            connections.clear(held.connection(), Condition.BACKFILLING, clock.instant());
        }
        boolean brief =
                pause.nextAt() != null
                        && pause.nextAt().isBefore(clock.instant().plus(config.firstPause()));
        LOG.logf(
                brief ? Logger.Level.DEBUG : Logger.Level.INFO,
                "backfill %s: connection=%s until=%s reason=%s",
                pause.state().equals(Backfill.RUNNING) ? "waits" : pause.state(),
                held.connection(),
                pause.nextAt(),
                pause.reason());
    }
}
