package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.Altitudes;
import io.pulseline.pipeline.booster.series.Journey;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Average pace over the moving time, best pace over half a minute, and the splits along the track.
 * Laps are no splits: they end where a watch or a thumb ended them.
 *
 * @param unit of the splits and of the text
 * @param withText whether the description gets any of it
 * @param withSplits whether each split is told
 * @param withNegativeSplit whether a faster second half is told
 * @param withFatigue whether it is told how the last quarter differs from the first
 */
record PaceSummary(
        LengthUnit unit,
        boolean withText,
        boolean withSplits,
        boolean withNegativeSplit,
        boolean withFatigue)
        implements Booster {
    private static final double BEST_WINDOW_SECONDS = 30;
    private static final double METRES_PER_KILOMETRE = 1000;

    @Override
    public BoostOutcome boost(Activity activity) {
        Motion motion = Motion.of(activity).orElse(null);
        return Journey.of(activity, motion)
                .<BoostOutcome>map(journey -> added(activity, journey, motion))
                .orElseGet(() -> new BoostOutcome.Skipped("no distance with a time"));
    }

    private BoostOutcome added(Activity activity, Journey journey, @Nullable Motion motion) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        double average = journey.movingSeconds() / journey.metres();
        values.put("averageSecondsPerKilometre", average * METRES_PER_KILOMETRE);
        values.put("distanceMetres", journey.metres());
        values.put("movingSeconds", journey.movingSeconds());
        String line = "Pace: " + unit.pace(average) + " on average";
        if (motion == null || !journey.isAlongTrack()) {
            lines.add(line);
        } else {
            OptionalDouble best = motion.fastestMetresPerSecond(BEST_WINDOW_SECONDS);
            best.ifPresent(
                    speed -> values.put("bestSecondsPerKilometre", METRES_PER_KILOMETRE / speed));
            lines.add(
                    best.isPresent()
                            ? line + ", " + unit.pace(1 / best.getAsDouble()) + " at best"
                            : line);
            addSplits(activity, motion, values, lines);
        }
        return BoostOutcome.Added.builder()
                .text(withText ? String.join("\n", lines) : null)
                .values(values)
                .build();
    }

    private void addSplits(
            Activity activity, Motion motion, Map<String, Double> values, List<String> lines) {
        Altitudes altitudes = Altitudes.of(activity).orElse(null);
        SplitReport report = new SplitReport(unit, Split.along(motion, altitudes, unit.metres()));
        if (withSplits) {
            values.putAll(report.values());
            lines.addAll(report.lines());
        }
        if (withNegativeSplit) {
            report.negativeSplit(motion)
                    .ifPresent(faster -> {
                        values.put(
                                "secondHalfFasterSecondsPerKilometre",
                                faster * METRES_PER_KILOMETRE);
                        lines.add("Negative split: second half faster by " + unit.pace(faster));
                    });
        }
        if (withFatigue) {
            report.slowerPercent()
                    .ifPresent(slower -> {
                        values.put("lastQuarterSlowerPercent", slower);
                        report.fatigue(slower).ifPresent(lines::add);
                    });
        }
    }
}
