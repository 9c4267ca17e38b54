package io.pulseline.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** Which consumers wait for something that is away, and for what. */
@ApplicationScoped
public class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class);

    private final ConcurrentMap<String, String> waiting = new ConcurrentHashMap<>();

    void began(String what, Throwable failure) {
        if (waiting.put(what, failure.getClass().getSimpleName()) == null) {
            LOG.warnf("%s wait: reason=%s", what, failure.getMessage());
        }
    }

    void ended(String what) {
        if (waiting.remove(what) != null) {
            LOG.infof("%s go on", what);
        }
    }

    /** By what they consume; empty while nothing is away. */
    Map<String, String> waiting() {
        return new TreeMap<>(waiting);
    }
}
