package io.pulseline.ingest.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Whether the consumer of notifications waits for something that is away. */
@ApplicationScoped
class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class);
    private static final String NONE = "";

    private final AtomicReference<String> waitingFor = new AtomicReference<>(NONE);

    void began(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        if (waitingFor.getAndSet(reason).isEmpty()) {
            LOG.warnf("notifications wait: reason=%s", failure.getMessage());
        }
    }

    void ended() {
        if (!waitingFor.getAndSet(NONE).isEmpty()) {
            LOG.info("notifications go on");
        }
    }

    /** Empty while nothing is away. */
    String waitingFor() {
        return waitingFor.get();
    }
}
