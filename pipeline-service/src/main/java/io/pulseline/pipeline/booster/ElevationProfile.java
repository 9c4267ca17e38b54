package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.Altitudes;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.Optional;

/** Altitudes as a line of 20 blocks, each the average of its part of the way. */
final class ElevationProfile {
    private static final int BUCKETS = 20;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    /** A way flatter than that is drawn flat, not as mountains of noise. */
    private static final double LEAST_RANGE_METRES = 10;

    private ElevationProfile() {}

    /** Along the distance where it is known, else along the time. */
    static String text(Activity activity, Altitudes altitudes) {
        Optional<Motion> motion = Motion.of(activity);
        double[] sums = new double[BUCKETS];
        int[] counts = new int[BUCKETS];
        for (int sample = 0; sample < altitudes.size(); sample++) {
            int bucket = (int) Math.min(BUCKETS * part(motion, altitudes, sample), BUCKETS - 1);
            sums[bucket] += altitudes.metres(sample);
            counts[bucket]++;
        }
        double lowest = altitudes.lowestMetres();
        double range = Math.max(LEAST_RANGE_METRES, altitudes.highestMetres() - lowest);
        StringBuilder text = new StringBuilder();
        double altitude = altitudes.metres(0);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            // An empty one is as high as the one before it.
            altitude = counts[bucket] == 0 ? altitude : sums[bucket] / counts[bucket];
            int block = (int) (BLOCKS.length() * (altitude - lowest) / range);
            text.append(BLOCKS.charAt(Math.clamp(block, 0, BLOCKS.length() - 1)));
        }
        return text.toString();
    }

    /** How much of the way is behind, 0 to 1. */
    private static double part(Optional<Motion> motion, Altitudes altitudes, int sample) {
        long at = altitudes.epochMillis(sample);
        return motion.map(known -> known.metresAt(at) / known.metres())
                .orElseGet(() -> {
                    long start = altitudes.epochMillis(0);
                    long end = altitudes.epochMillis(altitudes.size() - 1);
                    return (at - start) / (double) (end - start);
                });
    }
}
