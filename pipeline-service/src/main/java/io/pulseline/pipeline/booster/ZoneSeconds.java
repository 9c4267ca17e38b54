package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Counts seconds per zone, lowest zone first. */
final class ZoneSeconds {
    /** A sample holds until the next one, but no longer: a gap counts nowhere. */
    private static final long LONGEST_HOLD_MILLISECONDS = 60_000;

    private ZoneSeconds() {}

    /**
     * From the series, weighted by time; empty where a zone has no limit or nothing can be counted.
     *
     * @param endEpochMillis when the last sample stops to hold
     */
    static Optional<double[]> fromSeries(
            HeartRateSamples samples, List<HeartRateZone> zones, long endEpochMillis) {
        if (zones.stream().anyMatch(zone -> zone.getLowerBeatsPerMinute() == null)) {
            return Optional.empty();
        }
        double[] seconds = new double[zones.size()];
        List<Integer> offsets = samples.getOffsetMilliseconds();
        List<Integer> beats = samples.getBeatsPerMinute();
        int count = Math.min(offsets.size(), beats.size());
        for (int sample = 0; sample < count; sample++) {
            long from = offsets.get(sample);
            long next =
                    sample + 1 < count
                            ? offsets.get(sample + 1)
                            : lastHold(endEpochMillis, samples.getStartEpochMillis());
            long held = Math.clamp(next - from, 0, LONGEST_HOLD_MILLISECONDS);
            seconds[zoneOf(beats.get(sample), zones)] += held / 1000.0;
        }
        return counted(seconds);
    }

    private static long lastHold(long endEpochMillis, long startEpochMillis) {
        // Without an end the last sample counts nothing: its length is not known.
        return endEpochMillis == Long.MAX_VALUE ? 0 : endEpochMillis - startEpochMillis;
    }

    /** The source's own minutes; empty where it gave none, or zero throughout. */
    static Optional<double[]> fromMinutes(List<HeartRateZone> zones) {
        double[] seconds =
                zones.stream()
                        .mapToDouble(zone -> {
                            Double minutes = zone.getMinutes();
                            return minutes == null ? 0 : minutes * 60;
                        })
                        .toArray();
        return counted(seconds);
    }

    private static Optional<double[]> counted(double[] seconds) {
        return DoubleStream.of(seconds).sum() > 0 ? Optional.of(seconds) : Optional.empty();
    }

    /** The highest zone that begins at or below; the lowest for what is below all. */
    private static int zoneOf(int beatsPerMinute, List<HeartRateZone> zones) {
        int found = 0;
        for (int zone = 0; zone < zones.size(); zone++) {
            Integer lower = zones.get(zone).getLowerBeatsPerMinute();
            if (lower != null && beatsPerMinute >= lower) {
                found = zone;
            }
        }
        return found;
    }
}
