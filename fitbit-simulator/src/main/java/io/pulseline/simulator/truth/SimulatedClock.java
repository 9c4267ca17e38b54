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

    /**
     * Moves time on, never back.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "time cannot go back by " + by.negated() + "; give a positive duration");
        }
        ahead.updateAndGet(before -> before.plus(by));
    }

    /** Back to the base clock. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }
}
