package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.OxygenSaturationSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the oxygen saturation of one night, in any order, and gives it in order of time. */
public final class OxygenSaturationColumns {
    private static final double HIGHEST_PERCENT = 100;

    private final Oddities oddities;
    private final TreeMap<Long, Double> samples = new TreeMap<>();

    public OxygenSaturationColumns(Oddities oddities) {
        this.oddities = oddities;
    }

    /** One value; an impossible one is left out, of two of one instant the first stays. */
    public void add(Instant at, double percent) {
        if (percent <= 0 || percent > HIGHEST_PERCENT) {
            oddities.met(Oddity.SATURATION_OUT_OF_RANGE);
        } else if (samples.putIfAbsent(at.toEpochMilli(), percent) != null) {
            oddities.met(Oddity.SAME_TIME_TWICE);
        }
    }

    /** The columns; null if there is no value. */
    public @Nullable OxygenSaturationSamples build() {
        if (samples.isEmpty()) {
            return null;
        }
        long start = samples.firstKey();
        List<Integer> offsets = new ArrayList<>(samples.size());
        for (long millis : samples.keySet()) {
            offsets.add(Columns.offset(start, millis, "oxygen saturation"));
        }
        return new OxygenSaturationSamples(start, offsets, new ArrayList<>(samples.values()));
    }
}
