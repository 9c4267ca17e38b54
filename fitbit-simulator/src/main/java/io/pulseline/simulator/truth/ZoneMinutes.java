package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whole minutes spent in each zone, judged by the mean of each clock minute that has samples. */
public record ZoneMinutes(Map<Zone, Integer> minutes) {
    private static final double KILOCALORIES_PER_MINUTE_AND_LEVEL = 3.1;

    public ZoneMinutes {
        minutes = Map.copyOf(minutes);
    }

    public static ZoneMinutes of(List<HeartRateSample> samples, int maximumHeartRate) {
        Map<Instant, Double> means =
                samples.stream()
                        .collect(
                                Collectors.groupingBy(
                                        sample -> sample.at().truncatedTo(ChronoUnit.MINUTES),
                                        TreeMap::new,
                                        Collectors.averagingInt(HeartRateSample::beatsPerMinute)));
        Map<Zone, Integer> minutes = new EnumMap<>(Zone.class);
        means.values()
                .forEach(mean -> minutes.merge(Zone.of(mean, maximumHeartRate), 1, Integer::sum));
        return new ZoneMinutes(minutes);
    }

    /** Minutes in that zone, 0 if none. */
    public int in(Zone zone) {
        return minutes.getOrDefault(zone, 0);
    }

    /** Energy spent in that zone. */
    public double energyKilocalories(Zone zone) {
        double perMinute = KILOCALORIES_PER_MINUTE_AND_LEVEL * (zone.level() + 1);
        return Math.round(perMinute * in(zone) * 1e5) / 1e5;
    }

    /** Minutes in that zone, weighted by its effort. */
    public int weighted(Zone zone) {
        return zone.minuteWeight() * in(zone);
    }

    /** All minutes that had a sample. */
    public int total() {
        return minutes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Minutes weighted by effort. */
    public int weighted() {
        return minutes.entrySet().stream()
                .mapToInt(entry -> entry.getKey().minuteWeight() * entry.getValue())
                .sum();
    }
}
