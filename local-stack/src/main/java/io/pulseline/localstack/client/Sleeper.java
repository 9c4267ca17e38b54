package io.pulseline.localstack.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A simulated person who has slept last night, before their tracker's first sync.
 *
 * @param userId at Fitbit
 * @param zone where they live
 * @param firstDate the local date on which they put the tracker on: yesterday
 * @param firstSync when the tracker hands over what it has, simulated time
 */
public record Sleeper(String userId, ZoneId zone, LocalDate firstDate, Instant firstSync) {
    /** The local date on which the night ended: that of the first sync. */
    public LocalDate nightDate() {
        return firstSync.atZone(zone).toLocalDate();
    }
}
