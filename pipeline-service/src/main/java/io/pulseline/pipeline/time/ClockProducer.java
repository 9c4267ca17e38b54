package io.pulseline.pipeline.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Hands out the one {@link Clock}: the machine's, or a simulated one that is followed. */
@Startup
@ApplicationScoped
class ClockProducer {
    private static final Logger LOG = Logger.getLogger(ClockProducer.class);

    private final Clock clock;

    ClockProducer(ClockSettings settings) {
        clock =
                settings.follow()
                        .<Clock>map(address -> {
                            LOG.warnf(
                                    "following the simulated clock at %s; never do this with real data",
                                    address);
                            return FollowedClock.of(address, settings.poll());
                        })
                        .orElseGet(Clock::systemUTC);
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    void stop(@Observes ShutdownEvent event) {
        if (clock instanceof FollowedClock followed) {
            followed.close();
        }
    }
}
