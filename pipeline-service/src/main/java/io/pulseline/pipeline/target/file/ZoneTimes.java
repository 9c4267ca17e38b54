package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.HeartRateZone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Heart-rate zones as FIT tells them: the time in each and its last heart rate, lowest zone first.
 *
 * @param highestBeatsPerMinute inclusive; ours ends where the next one begins
 */
record ZoneTimes(List<Long> milliseconds, List<Long> highestBeatsPerMinute) {
    private static final double MILLISECONDS_PER_MINUTE = 60_000;

    ZoneTimes {
        milliseconds = List.copyOf(milliseconds);
        highestBeatsPerMinute = List.copyOf(highestBeatsPerMinute);
    }

    /**
     * Null unless each zone has its time and its limits, and each begins where the one before it
     * ends: FIT can tell no others.
     */
    static @Nullable ZoneTimes of(@Nullable List<HeartRateZone> zones) {
        List<Long> milliseconds = new ArrayList<>();
        List<Long> highest = new ArrayList<>();
        Integer next = null;
        for (HeartRateZone zone : zones == null ? List.<HeartRateZone>of() : zones) {
            Double minutes = zone.getMinutes();
            Integer lower = zone.getLowerBeatsPerMinute();
            Integer upper = zone.getUpperBeatsPerMinute();
            if (minutes == null || upper == null || (next != null && !next.equals(lower))) {
                return null;
            }
            milliseconds.add(Math.round(minutes * MILLISECONDS_PER_MINUTE));
            highest.add(upper - 1L);
            next = upper;
        }
        return milliseconds.isEmpty() ? null : new ZoneTimes(milliseconds, highest);
    }
}
