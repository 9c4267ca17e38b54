package io.pulseline.localstack.demo;

import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at several places at the same time, and notes when each first had all that it should have:
 * deliveries run beside each other, and one after the other would be timed wrong.
 */
final class Arrivals implements AutoCloseable {
    /** Seldom enough to leave two cores to what is measured. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What was seen, in words, and when (nanoTime). */
    record Arrival(String seen, long atNanos) {}

    /** What will be seen at a place. */
    static final class Expected {
        private final Future<Arrival> arrival;

        private Expected(Future<Arrival> arrival) {
            this.arrival = arrival;
        }

        /**
         * Waits for it.
         *
         * @throws StepFailedException with what was still wrong at the end of the limit
         */
        Arrival await() throws Exception {
            try {
                return arrival.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    /**
     * Begins to look.
     *
     * @param check answers with words once all is right, and throws {@link StepFailedException}
     *     until then
     */
    Expected expect(Callable<String> check) {
        return new Expected(threads.submit(() -> look(check)));
    }

    private static Arrival look(Callable<String> check) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return new Arrival(check.call(), System.nanoTime());
            } catch (StepFailedException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
