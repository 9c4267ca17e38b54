package io.pulseline.pipeline.booster.heart;

import io.pulseline.contracts.health.HeartRateZone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Counts seconds per zone, lowest zone first; nothing at all where the sum would be zero. */
final class ZoneSeconds {
    private static final double SECONDS_PER_MINUTE = 60;

    private ZoneSeconds() {}

    /**
     * From the series, weighted by time. The sum is never longer than the activity.
     *
     * @param zones lowest first, at least one; what is below the first counts to it
     */
    static List<ZoneTime> of(HeldHeartRate heartRate, List<Zone> zones) {
        double[] seconds = new double[zones.size()];
        heartRate.forEach((beats, held) -> seconds[zoneOf(beats, zones)] += held);
        return counted(zones, seconds);
    }

    /** The source's own minutes; a zone without any has none. */
    static List<ZoneTime> ofSource(List<HeartRateZone> given) {
        List<Zone> zones =
                IntStream.range(0, given.size())
                        .mapToObj(zone -> new Zone(zone + 1, given.get(zone).getName(), 0))
                        .toList();
        double[] seconds =
                given.stream()
                        .mapToDouble(zone -> {
                            Double minutes = zone.getMinutes();
                            return minutes == null ? 0 : minutes * SECONDS_PER_MINUTE;
                        })
                        .toArray();
        return counted(zones, seconds);
    }

    private static List<ZoneTime> counted(List<Zone> zones, double[] seconds) {
        double total = DoubleStream.of(seconds).sum();
        List<ZoneTime> times = new ArrayList<>();
        if (total > 0) {
            for (int zone = 0; zone < seconds.length; zone++) {
                times.add(
                        new ZoneTime(
                                zones.get(zone).number(),
                                zones.get(zone).name(),
                                seconds[zone],
                                seconds[zone] / total));
            }
        }
        return times;
    }

    /** The highest zone that begins at or below; the lowest for what is below all. */
    private static int zoneOf(int beatsPerMinute, List<Zone> zones) {
        int found = 0;
        for (int zone = 0; zone < zones.size(); zone++) {
            if (beatsPerMinute >= zones.get(zone).fromBeatsPerMinute()) {
                found = zone;
            }
        }
        return found;
    }
}
