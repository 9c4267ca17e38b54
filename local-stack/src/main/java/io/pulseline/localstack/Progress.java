package io.pulseline.localstack;

import java.time.Duration;

/** Hears what a starting or stopping stack has done. Called by several threads, one at a time. */
@FunctionalInterface
public interface Progress {
    /**
     * One step is done.
     *
     * @param step for example {@code kafka ready}
     * @param elapsed since the start of the whole
     */
    void done(String step, Duration elapsed);

    /** Nobody listens. */
    static Progress silent() {
        return (_, _) -> {};
    }
}
