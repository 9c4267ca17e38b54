package io.pulseline.pipeline.erasure;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Forgets who asked for an erasure and did not confirm it. */
@ApplicationScoped
class ErasureKeeper {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Erasures erasures;
    private final Transactions transactions;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    ErasureKeeper(Erasures erasures, Transactions transactions, Clock clock) {
        this.erasures = erasures;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop =
                WorkLoop.start(
                        "unconfirmed erasures",
                        PAUSE,
                        () -> transactions.writeAndWait(() -> erasures.forget(clock.instant())));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }
}
