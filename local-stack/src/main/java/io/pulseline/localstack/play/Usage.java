package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests that were spent at Fitbit. Live is what comes after the first two days, during which
 * history is read, too, and of those who have not to catch up with weeks.
 *
 * @param userDay all days of all people on which anything was asked
 * @param liveUserDay the live ones of them
 * @param userHour all clock hours of all people in which anything was asked
 * @param liveUserHour the live ones of them
 * @param quotaExceeded answers 429 because somebody's quota was used up
 */
record Usage(
        Spent userDay, Spent liveUserDay, Spent userHour, Spent liveUserHour, long quotaExceeded) {
    private static final Duration HISTORY_IS_READ_WITHIN = Duration.ofDays(2);

    /** What a live day and a live hour may take, of the 150 requests an hour that Fitbit allows. */
    private static final long LIVE_DAY = 120;

    private static final long LIVE_HOUR = 40;

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
    static Usage of(JsonNode json, Instant start, List<Person> people) {
        Set<String> late =
                people.stream()
                        .filter(Person::catchesUp)
                        .map(Person::owner)
                        .collect(Collectors.toSet());
        Instant live = start.plus(HISTORY_IS_READ_WITHIN);
        LongSummaryStatistics days = new LongSummaryStatistics();
        LongSummaryStatistics liveDays = new LongSummaryStatistics();
        LongSummaryStatistics hours = new LongSummaryStatistics();
        LongSummaryStatistics liveHours = new LongSummaryStatistics();
        long exceeded = 0;
        for (JsonNode user : json.path("users")) {
            exceeded += user.path("overQuota").asLong();
            boolean inTime = !late.contains(user.path("userId").asText());
            user.path("days")
                    .properties()
                    .forEach(day -> {
                        Instant begin = Instant.parse(day.getKey() + "T00:00:00Z");
                        add(days, liveDays, day.getValue(), inTime && !begin.isBefore(live));
                    });
            user.path("hours")
                    .properties()
                    .forEach(hour -> {
                        Instant begin = Instant.parse(hour.getKey());
                        add(hours, liveHours, hour.getValue(), inTime && !begin.isBefore(live));
                    });
        }
        return new Usage(
                Spent.of(days), Spent.of(liveDays), Spent.of(hours), Spent.of(liveHours), exceeded);
    }

    /** What is more than was to be spent, one sentence each. */
    List<String> excesses() {
        List<String> excesses = new ArrayList<>();
        if (quotaExceeded > 0) {
            excesses.add("a quota was exceeded " + quotaExceeded + " times");
        }
        if (liveUserDay.most() > LIVE_DAY) {
            excesses.add(
                    "a live user-day took %d requests, more than %d"
                            .formatted(liveUserDay.most(), LIVE_DAY));
        }
        if (liveUserHour.most() > LIVE_HOUR) {
            excesses.add(
                    "a live user-hour took %d requests, more than %d"
                            .formatted(liveUserHour.most(), LIVE_HOUR));
        }
        return excesses;
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
