package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.HeartRateCurve;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Repeated efforts, found in the speed, or in the heart rate where there is no speed. Laps say
 * nothing: most are set by the watch at every kilometre, and the source does not tell which.
 *
 * @param unit of the text
 * @param withText whether the description gets any of it
 * @param withEach whether each repetition gets a line of its own
 */
record Intervals(LengthUnit unit, boolean withText, boolean withEach) implements Booster {
    private static final int SPEED_WINDOW_SECONDS = 10;
    private static final int LONGEST_SECONDS = 24 * 3600;

    /** A jog between two efforts is far slower; a heart only falls by some beats. */
    private static final double SPEED_CONTRAST = 1.25;

    private static final double HEART_RATE_CONTRAST = 1.08;

    @Override
    public BoostOutcome boost(Activity activity) {
        Optional<Motion> motion = Motion.of(activity);
        Optional<HeartRateCurve> curve = HeartRateCurve.of(activity);
        if (motion.isEmpty() && curve.isEmpty()) {
            return new BoostOutcome.Skipped("neither speed nor heart rate");
        }
        List<IntervalSet> sets = sets(motion.orElse(null), curve.orElse(null));
        return sets.isEmpty()
                ? new BoostOutcome.Skipped("no repeated efforts")
                : added(activity.getActivityType(), sets);
    }

    private static List<IntervalSet> sets(@Nullable Motion motion, @Nullable HeartRateCurve curve) {
        if (motion != null && !isTooLong(motion.startEpochMillis(), motion.endEpochMillis())) {
            double[] speeds = motion.eachSecond(SPEED_WINDOW_SECONDS);
            return sets(
                    new Efforts(speeds, SPEED_CONTRAST), motion.startEpochMillis(), motion, curve);
        }
        if (curve != null && !isTooLong(curve.startEpochMillis(), curve.endEpochMillis())) {
            double[] beats = curve.eachSecond();
            return sets(
                    new Efforts(beats, HEART_RATE_CONTRAST),
                    curve.startEpochMillis(),
                    motion,
                    curve);
        }
        return List.of();
    }

    private static List<IntervalSet> sets(
            Efforts efforts,
            long startEpochMillis,
            @Nullable Motion motion,
            @Nullable HeartRateCurve curve) {
        return efforts.sets().stream()
                .map(set ->
                        set.stream()
                                .map(effort -> Interval.of(effort, startEpochMillis, motion, curve))
                                .toList())
                .map(IntervalSet::new)
                .toList();
    }

    private static boolean isTooLong(long startEpochMillis, long endEpochMillis) {
        return endEpochMillis - startEpochMillis > LONGEST_SECONDS * 1000L;
    }

    private BoostOutcome added(String activityType, List<IntervalSet> sets) {
        Map<String, Double> values = new LinkedHashMap<>();
        StringJoiner text = new StringJoiner("\n", "Intervals\n", "");
        IntervalWords words = new IntervalWords(unit, activityType);
        for (int set = 0; set < sets.size(); set++) {
            values.putAll(sets.get(set).values("set" + (set + 1)));
            words.lines(sets.get(set), withEach).forEach(text::add);
        }
        return BoostOutcome.Added.builder()
                .text(withText ? text.toString() : null)
                .values(values)
                .build();
    }
}
