package io.pulseline.benchmarks.life;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.past.KnownHeartRate;
import io.pulseline.pipeline.booster.past.KnownHeartRate.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Heart rate that a Fitbit measured during three hours, in records of an hour each, with a sample
 * each second.
 */
public final class FitbitHours {
    private static final Duration HOUR = Duration.ofHours(1);

    private FitbitHours() {}

    /** All there is; the source has told it to the end of the last hour. */
    public static KnownHeartRate known() {
        HeartRateSamples whole = ThreeHours.heartMeanwhile();
        List<HeartRateSamples> hours = new ArrayList<>();
        List<Stretch> covered = new ArrayList<>();
        Instant end = ThreeHours.START.toInstant().plus(ThreeHours.LENGTH);
        for (Instant from = firstHour(); from.isBefore(end); from = from.plus(HOUR)) {
            hours.add(during(whole, from));
            covered.add(new Stretch(from, from.plus(HOUR)));
        }
        return new KnownHeartRate(hours, covered);
    }

    private static Instant firstHour() {
        long hour = HOUR.toMillis();
        long start = ThreeHours.START.toInstant().toEpochMilli();
        return Instant.ofEpochMilli(start - start % hour);
    }

    private static HeartRateSamples during(HeartRateSamples whole, Instant from) {
        HeartRateSamples hour =
                new HeartRateSamples(from.toEpochMilli(), new ArrayList<>(), new ArrayList<>());
        for (int sample = 0; sample < whole.getOffsetMilliseconds().size(); sample++) {
            long at =
                    whole.getStartEpochMillis()
                            + whole.getOffsetMilliseconds().get(sample)
                            - from.toEpochMilli();
            if (at >= 0 && at < HOUR.toMillis()) {
                hour.getOffsetMilliseconds().add((int) at);
                hour.getBeatsPerMinute().add(whole.getBeatsPerMinute().get(sample));
            }
        }
        return hour;
    }
}
