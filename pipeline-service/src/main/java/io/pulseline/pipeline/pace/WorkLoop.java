package io.pulseline.pipeline.pace;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Repeats one step of work: at once while there is some, at once when woken, else at every poll. A
 * step that throws is logged and tried again at the next poll, for ever.
 */
public final class WorkLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkLoop.class);

    private final String name;
    private final Duration poll;
    private final IntSupplier step;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private boolean failing;

    private WorkLoop(String name, Duration poll, IntSupplier step) {
        this.name = name;
        this.poll = poll;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::work);
    }

    /**
     * Starts a loop.
     *
     * @param name of its thread, and in its log lines
     * @param poll how long it rests when nothing woke it
     * @param step does some work and answers how much; 0 means nothing was there
     */
    public static WorkLoop start(String name, Duration poll, IntSupplier step) {
        WorkLoop loop = new WorkLoop(name, poll, step);
        loop.thread.start();
        return loop;
    }

    /** There may be work. Never blocks; a wake-up during a step counts for the next one. */
    public void wake() {
        wakeUps.release();
    }

    private void work() {
        while (!closed) {
            wakeUps.drainPermits();
            if (stepDone() == 0 && !closed) {
                rest();
            }
        }
    }

    private int stepDone() {
        try {
            int done = step.getAsInt();
            if (failing) {
                LOG.infof("%s works again", name);
                failing = false;
            }
            return done;
        } catch (RuntimeException e) {
            if (!failing && !closed) {
                LOG.warnf("%s waits and tries again: %s", name, e.getMessage());
                LOG.debug("the failure of " + name, e);
            }
            failing = true;
            return 0;
        }
    }

    private void rest() {
        try {
            wakeUps.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends after the current step; waits for it up to 5 s. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
