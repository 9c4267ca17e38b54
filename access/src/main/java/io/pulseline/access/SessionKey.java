package io.pulseline.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at the start if nobody gave the key of the sessions. */
@ApplicationScoped
class SessionKey {
    private static final Logger LOG = Logger.getLogger(SessionKey.class);

    private final Optional<String> key;

    SessionKey(@ConfigProperty(name = "pulseline.session.encryption-key") Optional<String> key) {
        this.key = key;
    }

    void check(@Observes StartupEvent event) {
        if (key.isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn(
                    "no pulseline.session.encryption-key: made one for this process; other"
                            + " replicas and services do not know it, and sessions end with it");
        }
    }
}
