package io.pulseline.simulator.truth;

import java.time.Instant;

/**
 * A heart rate read at one moment.
 *
 * @param beatsPerMinute 25 to 220
 */
public record HeartRateSample(Instant at, int beatsPerMinute) {
    public HeartRateSample {
        if (beatsPerMinute < 25 || beatsPerMinute > 220) {
            throw new IllegalArgumentException(
                    beatsPerMinute + " beats per minute at " + at + " is not human");
        }
    }
}
