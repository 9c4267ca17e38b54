package io.pulseline.localstack.demo;

import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits for a condition, with a limit. */
final class Await {
    // Short against what is measured (2 s), long against the cost of one question.
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Await() {}

    /**
     * Asks until there is an answer.
     *
     * @param what names the condition in the failure
     * @throws StepFailedException if there is none within the limit
     */
    static <T> T until(String what, Duration limit, Callable<Optional<T>> question)
            throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.call();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new StepFailedException(
                        what + " did not come true within " + limit.toSeconds() + " s");
            }
            Thread.sleep(PAUSE);
        }
    }
}
