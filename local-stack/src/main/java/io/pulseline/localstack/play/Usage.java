package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LongSummaryStatistics;

/**
 * Requests that were spent at Fitbit. A live day is one after the first two, during which history
 * is read, too.
 *
 * @param userDay all days of all people on which anything was asked
 * @param liveUserDay the live ones of them
 * @param userHour all clock hours of all people in which anything was asked
 * @param liveUserHour those of live days
 * @param quotaExceeded answers 429 because somebody's quota was used up
 */
record Usage(
        Spent userDay, Spent liveUserDay, Spent userHour, Spent liveUserHour, long quotaExceeded) {
    private static final Duration HISTORY_IS_READ_WITHIN = Duration.ofDays(2);

    /**
     * Over a number of days or hours.
     *
     * @param mean 0 without any
     */
    record Spent(double mean, long most) {
        private static Spent of(LongSummaryStatistics spent) {
            return new Spent(spent.getAverage(), Math.max(0, spent.getMax()));
        }
    }

    /**
     * Reads the simulator's account.
     *
     * @param start when the play began
     */
    static Usage of(JsonNode json, Instant start) {
        Instant live = start.plus(HISTORY_IS_READ_WITHIN);
        LongSummaryStatistics days = new LongSummaryStatistics();
        LongSummaryStatistics liveDays = new LongSummaryStatistics();
        LongSummaryStatistics hours = new LongSummaryStatistics();
        LongSummaryStatistics liveHours = new LongSummaryStatistics();
        long exceeded = 0;
        for (JsonNode user : json.path("users")) {
            exceeded += user.path("overQuota").asLong();
            user.path("days")
                    .properties()
                    .forEach(day -> {
                        Instant begin = Instant.parse(day.getKey() + "T00:00:00Z");
                        add(days, liveDays, day.getValue(), !begin.isBefore(live));
                    });
            user.path("hours")
                    .properties()
                    .forEach(hour -> {
                        Instant begin = Instant.parse(hour.getKey());
                        add(hours, liveHours, hour.getValue(), !begin.isBefore(live));
                    });
        }
        return new Usage(
                Spent.of(days), Spent.of(liveDays), Spent.of(hours), Spent.of(liveHours), exceeded);
    }

    private static void add(
            LongSummaryStatistics all,
            LongSummaryStatistics live,
            JsonNode requests,
            boolean isLive) {
        all.accept(requests.asLong());
        if (isLive) {
            live.accept(requests.asLong());
        }
    }
}
