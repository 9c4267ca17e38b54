package io.pulseline.pipeline.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tries for ever while something we need is away, and can say what that is. */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private volatile @Nullable String waitingFor;
    private volatile boolean closed;

    /** How far one try came. */
    sealed interface Progress {
        record Done() implements Progress {}

        record Waits(String reason) implements Progress {}
    }

    /**
     * Blocks until a try is done.
     *
     * @throws IllegalStateException if the service stops meanwhile
     */
    void untilDone(Supplier<Progress> oneTry) {
        Duration pause = FIRST_PAUSE;
        while (oneTry.get() instanceof Progress.Waits(String reason)) {
            if (waitingFor == null) {
                LOG.warnf("intake of activities waits: %s", reason);
            }
            waitingFor = reason;
            rest(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
        if (waitingFor != null) {
            LOG.info("intake of activities goes on");
            waitingFor = null;
        }
    }

    /** What is away; empty when nothing is. */
    Optional<String> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    void stop(@Observes ShutdownEvent event) {
        closed = true;
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        if (closed) {
            // The message stays unacknowledged and comes again after the next start.
            throw new IllegalStateException("stopped while waiting: " + waitingFor);
        }
    }
}
