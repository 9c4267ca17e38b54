package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Forgets old answers: those too old are not given any more, so how soon they go matters little.
 */
@ApplicationScoped
class AnsweredRequestsCleaner {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final AnsweredRequests requests;
    private final Transactions transactions;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    AnsweredRequestsCleaner(AnsweredRequests requests, Transactions transactions, Clock clock) {
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("answered requests", PAUSE, this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private int step() {
        return Math.toIntExact(transactions.writeAndWait(() -> requests.forget(clock.instant())));
    }
}
