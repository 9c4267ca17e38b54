package io.pulseline.simulator.control;

import io.pulseline.simulator.googlehealth.Knobs;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.Sleep;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A sleep read through Google Health. */
final class GoogleSleepFigures {
    private GoogleSleepFigures() {}

    /** Whether a night is processed; until then it is no sleep that could be told. */
    static boolean areReady(Life life, Sleep sleep, Instant now, Knobs.Answers knobs) {
        if (!sleep.isMain() || !knobs.sleepInProgressFirst()) {
            return true;
        }
        Instant ready = life.readyAt(sleep.date(), Measure.RESTING_HEART_RATE);
        return ready == null || !ready.isAfter(now);
    }

    /**
     * The figures.
     *
     * @param all sleeps that can be seen
     */
    static SleepFigures of(Sleep sleep, List<Sleep> all) {
        int asleep = sleep.asleepMinutes();
        return new SleepFigures(
                sleep.isInStages() ? sleep.totals() : rough(sleep),
                asleep,
                // Google gives no efficiency: it is the share of the time in bed.
                (int) Math.round(100.0 * asleep / sleep.minutes()),
                isOfItsDate(sleep, all));
    }

    /** Only stages that occurred, and of each how often. */
    private static Map<Sleep.Stage, Sleep.Total> rough(Sleep sleep) {
        Map<Sleep.Stage, Sleep.Total> totals = new EnumMap<>(Sleep.Stage.class);
        for (Sleep.Segment segment : sleep.segments()) {
            totals.merge(
                    segment.stage(),
                    new Sleep.Total(segment.seconds() / 60, 1),
                    (one, other) ->
                            new Sleep.Total(
                                    one.minutes() + other.minutes(),
                                    one.periods() + other.periods()));
        }
        return totals;
    }

    /** The longest that was scored in stages that date, else the longest. */
    private static boolean isOfItsDate(Sleep sleep, List<Sleep> all) {
        return all.stream()
                .filter(other -> other.date().equals(sleep.date()))
                .max(Comparator.comparing(Sleep::isInStages).thenComparingInt(Sleep::minutes))
                .filter(main -> main.logId() == sleep.logId())
                .isPresent();
    }
}
