package io.pulseline.simulator.googlehealth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests of each user by clock minute of simulated time, and how many were too many. Every call
 * with a valid token counts, refused ones included.
 */
public final class Quota {
    private final Map<String, Account> accounts = new TreeMap<>();

    private static final class Account {
        private final Map<Instant, Integer> hours = new TreeMap<>();
        private Instant minute = Instant.MIN;
        private int used;
        private int most;
        private int overQuota;
    }

    /**
     * One user's requests.
     *
     * @param userId the Fitbit id
     * @param hours requests by the start of the hour
     * @param mostInAMinute 0 without any
     * @param overQuota answers 429 because the quota was used up
     */
    public record OfUser(
            String userId, Map<Instant, Integer> hours, int mostInAMinute, int overQuota) {}

    /** Counts one; whether it was within the limit. */
    synchronized boolean take(String userId, Instant now, int limit) {
        Account account = accounts.computeIfAbsent(userId, _ -> new Account());
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        account.used = account.minute.equals(minute) ? account.used + 1 : 1;
        account.minute = minute;
        account.most = Math.max(account.most, account.used);
        account.hours.merge(now.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
        boolean isWithin = account.used <= limit;
        account.overQuota += isWithin ? 0 : 1;
        return isWithin;
    }

    /** Everybody who has asked, by id. */
    public synchronized List<OfUser> all() {
        return accounts.entrySet().stream()
                .map(entry ->
                        new OfUser(
                                entry.getKey(),
                                new TreeMap<>(entry.getValue().hours),
                                entry.getValue().most,
                                entry.getValue().overQuota))
                .toList();
    }

    synchronized void clear() {
        accounts.clear();
    }
}
