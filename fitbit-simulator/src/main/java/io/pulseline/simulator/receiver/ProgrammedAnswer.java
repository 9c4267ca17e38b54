package io.pulseline.simulator.receiver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is to answer once.
 *
 * @param status 200 to 599
 * @param retryAfterSeconds sent as Retry-After, null for none
 * @param delay real time before the answer
 */
public record ProgrammedAnswer(int status, @Nullable Integer retryAfterSeconds, Duration delay) {
    public ProgrammedAnswer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is " + status + "; give 200 to 599");
        }
        if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("delay is " + delay + "; give 0 to 10 minutes");
        }
    }

    public static ProgrammedAnswer of(int status) {
        return new ProgrammedAnswer(status, null, Duration.ZERO);
    }
}
