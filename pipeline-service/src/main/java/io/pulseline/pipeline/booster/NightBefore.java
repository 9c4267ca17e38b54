package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.LocalOffset;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the last night was worse than usual: more than one standard deviation (of a sample) below
 * the mean of the 28 days before it, of which at least 7 must be known.
 *
 * @param isVariabilityLow false also where it is not known
 * @param isSleepShort likewise
 */
record NightBefore(boolean isVariabilityLow, boolean isSleepShort) {
    private static final int DAYS_BEFORE = 28;
    private static final int FEWEST_KNOWN = 7;

    /** Who trains so early has not slept yet. */
    private static final int NIGHT_ENDS_AT_HOUR = 4;

    /**
     * The date on which the last night ended, and those before it.
     *
     * @param start of the workout
     * @param offsetSeconds of its local time; null is UTC
     */
    static Lookup.Days lookup(Instant start, @Nullable Integer offsetSeconds) {
        LocalDate night =
                start.atOffset(LocalOffset.of(offsetSeconds))
                        .minusHours(NIGHT_ENDS_AT_HOUR)
                        .toLocalDate();
        return new Lookup.Days(night.minusDays(DAYS_BEFORE), night);
    }

    /** Of the days that were looked up. */
    static NightBefore of(Lookup.Days asked, List<PastDay> days) {
        return new NightBefore(
                isLow(asked.last(), days, PastDay::rmssdMilliseconds),
                isLow(asked.last(), days, PastDay::asleepMinutes));
    }

    private static boolean isLow(
            LocalDate night, List<PastDay> days, Function<PastDay, @Nullable Double> figure) {
        double[] before =
                days.stream()
                        .filter(day -> day.date().isBefore(night))
                        .flatMap(day -> Optional.ofNullable(figure.apply(day)).stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return before.length >= FEWEST_KNOWN
                && days.stream()
                        .filter(day -> day.date().equals(night))
                        .flatMap(day -> Optional.ofNullable(figure.apply(day)).stream())
                        .anyMatch(value -> value < usualLow(before));
    }

    private static double usualLow(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
        return mean - Math.sqrt(squares / (values.length - 1));
    }
}
