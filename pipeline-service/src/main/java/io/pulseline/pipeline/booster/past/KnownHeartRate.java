package io.pulseline.pipeline.booster.past;

import io.pulseline.contracts.health.HeartRateSamples;
import java.time.Instant;
import java.util.List;

/**
 * Heart rate that has been received so far.
 *
 * @param samples in order of time, each in order of time; may reach beyond what was asked for
 * @param covered for which time the source had told all there is when it was read; in order of
 *     time. Inside of it, no samples means that nothing was measured
 */
public record KnownHeartRate(List<HeartRateSamples> samples, List<Stretch> covered) {
    /** Nothing has come. */
    public static final KnownHeartRate NOTHING = new KnownHeartRate(List.of(), List.of());

    public KnownHeartRate {
        samples = List.copyOf(samples);
        covered = List.copyOf(covered);
    }

    /**
     * A piece of time.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Stretch(Instant from, Instant to) {}

    /** True if the source had told all there is from one instant to another. */
    public boolean covers(Instant from, Instant to) {
        return !coveredUntil(from).isBefore(to);
    }

    /** Up to when the source had told all there is since then; that instant itself if nothing. */
    public Instant coveredUntil(Instant from) {
        Instant reached = from;
        for (Stretch stretch : covered) {
            if (!stretch.from().isAfter(reached) && stretch.to().isAfter(reached)) {
                reached = stretch.to();
            }
        }
        return reached;
    }
}
