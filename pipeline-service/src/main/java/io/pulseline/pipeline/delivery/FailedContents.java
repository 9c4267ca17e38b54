package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Forgets what failed deliveries would send again, once nobody has asked for long enough. */
@ApplicationScoped
class FailedContents {
    /** They wait for weeks: an hour more does not matter. */
    private static final Duration POLL = Duration.ofHours(1);

    /** A short transaction, however much there is. */
    private static final int BATCH = 500;

    private final DeliveryLedger ledger;
    private final Transactions transactions;
    private final DeliverySettings settings;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    FailedContents(
            DeliveryLedger ledger,
            Transactions transactions,
            DeliverySettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("failed contents", POLL, this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private int step() {
        Instant before = clock.instant().minus(settings.keepFailed());
        return transactions.writeAndWait(() -> ledger.forgetEnded(before, BATCH));
    }
}
