package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The simulated time: a base clock and what it was moved on by. Millisecond precision. */
public final class SimulatedClock implements InstantSource {
    private final InstantSource base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

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
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it shows another time than this, or until so much real time is over. */
    public void awaitOther(Instant shown, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (left > 0 && instant().equals(shown)) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
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
