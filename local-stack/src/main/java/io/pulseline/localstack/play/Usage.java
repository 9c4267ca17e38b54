package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.ProviderSide;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Requests that were spent at a provider. Live is what comes after the first two days, during which
 * history is read, too, and of those who have not to catch up with weeks.
 *
 * @param side whose requests
 * @param userDay all days of all people on which anything was asked
 * @param liveUserDay the live ones of them
 * @param userHour all clock hours of all people in which anything was asked
 * @param liveUserHour the live ones of them
 * @param mostInAMinute of one user; 0 where the provider does not count by minutes
 * @param quotaExceeded answers 429 because somebody's quota was used up
 */
record Usage(
        ProviderSide side,
        Spent userDay,
        Spent liveUserDay,
        Spent userHour,
        Spent liveUserHour,
        long mostInAMinute,
        long quotaExceeded) {
    /** What Google allows a user. */
    static final long GOOGLE_MINUTE = 300;

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
     * Reads the simulator's account. Days are added up from hours, for only Fitbit's have them.
     *
     * @param start when the play began
     */
    static Usage of(ProviderSide side, JsonNode json, Instant start, List<Person> people) {
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
        long mostInAMinute = 0;
        for (JsonNode user : json.path("users")) {
            exceeded += user.path("overQuota").asLong();
            mostInAMinute = Math.max(mostInAMinute, user.path("mostInAMinute").asLong());
            boolean inTime = !late.contains(user.path("userId").asText());
            Map<Instant, Long> byHour = new TreeMap<>();
            Map<Instant, Long> byDay = new TreeMap<>();
            user.path("hours")
                    .properties()
                    .forEach(hour -> {
                        Instant begin = Instant.parse(hour.getKey());
                        long requests = hour.getValue().asLong();
                        byHour.merge(begin, requests, Long::sum);
                        byDay.merge(begin.truncatedTo(ChronoUnit.DAYS), requests, Long::sum);
                    });
            byHour.forEach((begin, requests) ->
                    add(hours, liveHours, requests, inTime && !begin.isBefore(live)));
            byDay.forEach((begin, requests) ->
                    add(days, liveDays, requests, inTime && !begin.isBefore(live)));
        }
        return new Usage(
                side,
                Spent.of(days),
                Spent.of(liveDays),
                Spent.of(hours),
                Spent.of(liveHours),
                mostInAMinute,
                exceeded);
    }

    /** What is more than was to be spent, one sentence each. */
    List<String> excesses() {
        List<String> excesses = new ArrayList<>();
        if (quotaExceeded > 0) {
            excesses.add(
                    "the quota of %s was exceeded %d times".formatted(side.title(), quotaExceeded));
        }
        switch (side) {
            case FITBIT -> addExcessesOfHours(excesses);
            case GOOGLE_HEALTH -> addExcessOfMinute(excesses);
        }
        return excesses;
    }

    /** Fitbit's quota is of the hour, and a live day must leave most of it. */
    private void addExcessesOfHours(List<String> excesses) {
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
    }

    private void addExcessOfMinute(List<String> excesses) {
        if (mostInAMinute > GOOGLE_MINUTE) {
            excesses.add(
                    "a user-minute took %d requests, more than %d"
                            .formatted(mostInAMinute, GOOGLE_MINUTE));
        }
    }

    private static void add(
            LongSummaryStatistics all, LongSummaryStatistics live, long requests, boolean isLive) {
        all.accept(requests);
        if (isLive) {
            live.accept(requests);
        }
    }
}
