package io.pulseline.simulator.fitbit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests of each user that counted against the quota, by clock hour of simulated time. */
public final class Usage {
    private final Map<String, Map<Instant, Integer>> hours = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    /**
     * One user's requests.
     *
     * @param hours requests by the start of the hour
     * @param mostInAnHour 0 without any
     * @param overQuota answers 429 because the quota was used up
     */
    public record OfUser(
            String userId, Map<Instant, Integer> hours, int mostInAnHour, int overQuota) {}

    synchronized void add(String userId, Instant at, boolean isOverQuota) {
        hours.computeIfAbsent(userId, _ -> new TreeMap<>())
                .merge(at.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
        if (isOverQuota) {
            refused.merge(userId, 1, Integer::sum);
        }
    }

    /** Everybody who has asked, by id. */
    public synchronized List<OfUser> all() {
        return hours.entrySet().stream()
                .map(entry ->
                        new OfUser(
                                entry.getKey(),
                                new TreeMap<>(entry.getValue()),
                                entry.getValue().values().stream()
                                        .max(Comparator.naturalOrder())
                                        .orElse(0),
                                refused.getOrDefault(entry.getKey(), 0)))
                .toList();
    }

    synchronized void clear() {
        hours.clear();
        refused.clear();
    }
}
