package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.HeartRateCurve;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the last fifth of the time differs from the first.
 *
 * @param beatsPerMinute average of the last fifth less that of the first, both weighted by time
 * @param speedPercent how much faster the last fifth was; null where speed is not known
 */
record HeartRateDrift(double beatsPerMinute, @Nullable Double speedPercent) {
    private static final int FEWEST_SAMPLES = 20;
    private static final double WORTH_A_WORD_BEATS_PER_MINUTE = 5;
    private static final double SAME_PACE_PERCENT = 3;

    /** Empty with fewer than 20 samples, or where one of the fifths has none. */
    static Optional<HeartRateDrift> of(Activity activity, HeartRateCurve curve) {
        long start = curve.startEpochMillis();
        long end = curve.endEpochMillis();
        long fifth = (end - start) / 5;
        OptionalDouble first = curve.averageBeatsPerMinute(start, start + fifth);
        OptionalDouble last = curve.averageBeatsPerMinute(end - fifth, end);
        if (curve.size() < FEWEST_SAMPLES || first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new HeartRateDrift(
                        last.getAsDouble() - first.getAsDouble(),
                        speedPercent(Motion.of(activity).orElse(null), start, end, fifth)));
    }

    private static @Nullable Double speedPercent(
            @Nullable Motion motion, long start, long end, long fifth) {
        if (motion == null) {
            return null;
        }
        OptionalDouble first = motion.metresPerSecond(start, start + fifth);
        OptionalDouble last = motion.metresPerSecond(end - fifth, end);
        return first.orElse(0) > 0 && last.isPresent()
                ? 100 * (last.getAsDouble() / first.getAsDouble() - 1)
                : null;
    }

    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("driftBeatsPerMinute", beatsPerMinute);
        if (speedPercent != null) {
            values.put("driftSpeedPercent", speedPercent);
        }
        return values;
    }

    /** A line of its own; empty for a drift that says nothing. */
    Optional<String> text() {
        if (Math.abs(beatsPerMinute) <= WORTH_A_WORD_BEATS_PER_MINUTE) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "\nDrift: %d bpm %s in the last fifth than in the first%s",
                        Math.round(Math.abs(beatsPerMinute)),
                        beatsPerMinute > 0 ? "higher" : "lower",
                        pace()));
    }

    private String pace() {
        if (speedPercent == null) {
            return "";
        }
        if (Math.abs(speedPercent) <= SAME_PACE_PERCENT) {
            return ", at the same pace";
        }
        return speedPercent > 0 ? ", at a faster pace" : ", at a slower pace";
    }
}
