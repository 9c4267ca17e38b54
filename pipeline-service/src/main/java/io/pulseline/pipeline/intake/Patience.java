package io.pulseline.pipeline.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries for ever while something we need is away, and can say what that is. */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** How far one try came. */
    sealed interface Progress {
        record Done() implements Progress {}

        record Waits(String reason) implements Progress {}
    }

    /**
     * Blocks until a try is done.
     *
     * @param who tries, as logs call it; one thread at a time
     * @throws IllegalStateException if the service stops meanwhile
     */
    void untilDone(String who, Supplier<Progress> oneTry) {
        Duration pause = FIRST_PAUSE;
        while (oneTry.get() instanceof Progress.Waits(String reason)) {
            if (waiting.put(who, reason) == null) {
                LOG.warnf("%s waits: %s", who, reason);
            }
            rest(pause, reason);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
        if (waiting.remove(who) != null) {
            LOG.infof("%s goes on", who);
        }
    }

    /** What is away; empty when nothing is. */
    Optional<String> waitingFor() {
        return waiting.values().stream().findFirst();
    }

    void stop(@Observes ShutdownEvent event) {
        closed = true;
    }

    private void rest(Duration pause, String reason) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        if (closed) {
            // The message stays unacknowledged and comes again after the next start.
            throw new IllegalStateException("stopped while waiting: " + reason);
        }
    }
}
