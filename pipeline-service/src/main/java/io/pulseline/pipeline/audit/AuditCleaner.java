package io.pulseline.pipeline.audit;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Deletes what has been kept long enough, some rows at a time. */
@ApplicationScoped
class AuditCleaner {
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int BATCH = 1_000;

    private final AuditEntries entries;
    private final Transactions transactions;
    private final AuditSettings settings;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    AuditCleaner(
            AuditEntries entries, Transactions transactions, AuditSettings settings, Clock clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("old audit entries", PAUSE, this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private int step() {
        return transactions.writeAndWait(
                () -> entries.forget(clock.instant().minus(settings.keep()), BATCH));
    }
}
