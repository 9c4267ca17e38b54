package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Seconds in each of the source's zones: counted from the series where there is one, else the
 * source's own minutes.
 *
 * @param withText whether the description gets lines of it
 */
record HeartRateZones(boolean withText) implements Booster {

    @Override
    public BoostOutcome boost(Activity activity) {
        List<HeartRateZone> zones = activity.getHeartRateZones();
        HeartRateSamples samples = activity.getHeartRate();
        boolean hasSeries = samples != null && !samples.getBeatsPerMinute().isEmpty();
        if (zones == null || zones.isEmpty()) {
            return new BoostOutcome.Skipped(
                    hasSeries ? "the source gave no zones" : "no heart rate");
        }
        Optional<double[]> seconds =
                hasSeries && samples != null
                        ? ZoneSeconds.fromSeries(samples, zones, endOf(activity))
                        : Optional.empty();
        return seconds.or(() -> ZoneSeconds.fromMinutes(zones))
                .<BoostOutcome>map(counted -> added(zones, counted))
                .orElseGet(() -> new BoostOutcome.Skipped("no heart rate"));
    }

    /** When the last sample stops to hold; the end of time if the source does not tell. */
    private static long endOf(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        return start == null || elapsed == null ? Long.MAX_VALUE : start + elapsed;
    }

    private BoostOutcome added(List<HeartRateZone> zones, double[] seconds) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int zone = 0; zone < seconds.length; zone++) {
            values.put("zone" + (zone + 1) + "Seconds", seconds[zone]);
        }
        return BoostOutcome.Added.builder()
                .text(withText ? text(zones, seconds) : null)
                .values(values)
                .build();
    }

    private static String text(List<HeartRateZone> zones, double[] seconds) {
        double total = DoubleStream.of(seconds).sum();
        StringBuilder text = new StringBuilder("Heart rate zones");
        for (int zone = 0; zone < seconds.length; zone++) {
            long whole = Math.round(seconds[zone]);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "\n%s: %d:%02d (%d %%)",
                            zones.get(zone).getName(),
                            whole / 60,
                            whole % 60,
                            Math.round(100 * seconds[zone] / total)));
        }
        return text.toString();
    }
}
