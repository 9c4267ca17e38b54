package io.pulseline.simulator.notify;

import org.jspecify.annotations.Nullable;

/**
 * How an endpoint answered the two questions after registration.
 *
 * @param correct the status for the right code, null without an answer
 * @param wrong the status for another code, null without an answer
 */
public record Verification(@Nullable Integer correct, @Nullable Integer wrong) {
    /** Whether Fitbit would accept the endpoint. */
    public boolean isPassed() {
        return Integer.valueOf(204).equals(correct) && Integer.valueOf(404).equals(wrong);
    }
}
