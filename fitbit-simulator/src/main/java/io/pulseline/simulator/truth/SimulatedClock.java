package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The simulated time: a base clock and what it was moved on by. Millisecond precision. */
public final class SimulatedClock implements InstantSource {
    private final InstantSource base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public SimulatedClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Moves time on to a moment; a moment that is over already changes nothing. */
    public void advanceTo(Instant moment) {
        ahead.updateAndGet(before -> {
            Duration needed = Duration.between(base.instant(), moment);
            return needed.compareTo(before) > 0 ? needed : before;
        });
    }

    /** Whether it moves only when it is told to. */
    public boolean isStanding() {
        return !base.equals(InstantSource.system());
    }

    /** Back to the base clock. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }
}
