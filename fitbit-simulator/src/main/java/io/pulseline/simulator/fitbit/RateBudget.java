package io.pulseline.simulator.fitbit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Requests per user and clock hour, simulated time. Safe for use by several threads. */
final class RateBudget {
    private final Map<String, Hour> hours = new HashMap<>();

    private record Hour(Instant start, int used) {}

    /**
     * One request's place in its hour.
     *
     * @param used requests in this hour, this one included
     * @param resetSeconds until the next full hour, at least 1
     */
    record Place(int used, long resetSeconds) {}

    synchronized Place take(String userId, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.HOURS);
        Hour before = hours.get(userId);
        int used = before != null && before.start().equals(start) ? before.used() + 1 : 1;
        hours.put(userId, new Hour(start, used));
        return new Place(
                used, Duration.between(now, start.plus(1, ChronoUnit.HOURS)).toSeconds() + 1);
    }

    synchronized void clear() {
        hours.clear();
    }
}
