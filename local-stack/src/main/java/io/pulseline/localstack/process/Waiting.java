package io.pulseline.localstack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits that always end. */
public final class Waiting {
    private Waiting() {}

    /**
     * Asks until the answer is yes.
     *
     * @param limit after which the answer is no
     * @param pause between two questions
     */
    public static boolean until(Duration limit, Duration pause, BooleanSupplier question) {
        long end = System.nanoTime() + limit.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw interrupted("waiting", e);
            }
        }
        return true;
    }

    static IllegalStateException interrupted(String during, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while " + during, cause);
    }
}
