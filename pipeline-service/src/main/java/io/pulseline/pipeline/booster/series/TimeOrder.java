package io.pulseline.pipeline.booster.series;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Order of the samples of a series. Ours come in order; those of another producer may not, and may
 * have two for one instant.
 */
public final class TimeOrder {
    private TimeOrder() {}

    /** Indices of the first {@code count} samples in order of time, the first of each instant. */
    public static int[] of(List<Integer> offsets, int count) {
        if (isGrowing(offsets, count)) {
            return IntStream.range(0, count).toArray();
        }
        int[] sorted =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(Comparator.comparing(offsets::get))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return IntStream.range(0, count)
                .filter(place -> isFirstOfInstant(offsets, sorted, place))
                .map(place -> sorted[place])
                .toArray();
    }

    private static boolean isFirstOfInstant(List<Integer> offsets, int[] sorted, int place) {
        return place == 0
                || offsets.get(sorted[place - 1]).intValue()
                        != offsets.get(sorted[place]).intValue();
    }

    private static boolean isGrowing(List<Integer> offsets, int count) {
        for (int next = 1; next < count; next++) {
            if (offsets.get(next - 1) >= offsets.get(next)) {
                return false;
            }
        }
        return true;
    }
}
