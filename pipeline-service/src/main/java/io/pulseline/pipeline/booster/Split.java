package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.series.Altitudes;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One kilometre or mile of a way, or what is left at its end.
 *
 * @param number from 1
 * @param metres above 0
 * @param movingSeconds at least 0
 * @param elevationChangeMetres altitude at its end less that at its beginning; null if unknown
 * @param isWhole false for what is left at the end
 */
record Split(
        int number,
        double metres,
        double movingSeconds,
        @Nullable Double elevationChangeMetres,
        boolean isWhole) {
    /** A rest below that belongs to the split before it: watches do not end to the centimetre. */
    private static final double SMALLEST_REST_METRES = 1;

    /** All of the way, from its start; their metres add up to it. */
    static List<Split> along(Motion motion, @Nullable Altitudes altitudes, double lengthMetres) {
        double total = motion.metres();
        List<Split> splits = new ArrayList<>();
        double from = 0;
        while (from < total) {
            boolean isLast = total - from <= lengthMetres + SMALLEST_REST_METRES;
            double to = isLast ? total : from + lengthMetres;
            splits.add(
                    new Split(
                            splits.size() + 1,
                            to - from,
                            motion.movingSecondsAt(to) - motion.movingSecondsAt(from),
                            altitudes == null ? null : change(motion, altitudes, from, to),
                            to - from >= lengthMetres - SMALLEST_REST_METRES));
            from = to;
        }
        return splits;
    }

    private static @Nullable Double change(
            Motion motion, Altitudes altitudes, double from, double to) {
        OptionalDouble before = altitudes.metresAt(motion.epochMillisAt(from));
        OptionalDouble after = altitudes.metresAt(motion.epochMillisAt(to));
        return before.isPresent() && after.isPresent()
                ? after.getAsDouble() - before.getAsDouble()
                : null;
    }

    double secondsPerMetre() {
        return movingSeconds / metres;
    }
}
