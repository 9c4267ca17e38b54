package io.pulseline.ingest.time;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the one clock of the service. */
@Singleton
final class ClockSource {
    private static final Logger LOG = Logger.getLogger(ClockSource.class);

    private final TimeConfig config;
    private @Nullable Thread follower;

    ClockSource(TimeConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Clock clock() {
        if (config.follow().isEmpty()) {
            return Clock.systemUTC();
        }
        FollowedClock clock =
                new FollowedClock(config.follow().get(), config.poll(), InstantSource.system());
        LOG.warnf(
                "this service follows a simulated clock, for the local stack only: address=%s",
                config.follow().get());
        try {
            clock.ask();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        follower = Thread.ofVirtual().name("followed-clock").start(clock::followUntilInterrupted);
        return clock;
    }

    void stop(@Disposes Clock clock) {
        if (follower != null) {
            follower.interrupt();
        }
    }
}
