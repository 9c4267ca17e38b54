package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.Efforts.Effort;
import io.pulseline.pipeline.booster.series.HeartRateCurve;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One effort.
 *
 * @param fromSecond since the start of the series it was found in
 * @param toSecond above {@code fromSecond}
 * @param metres null where there is no track
 * @param averageBeatsPerMinute null where the heart rate is not known
 */
record Interval(
        int fromSecond,
        int toSecond,
        @Nullable Double metres,
        @Nullable Double averageBeatsPerMinute) {

    static Interval of(
            Effort effort,
            long startEpochMillis,
            @Nullable Motion motion,
            @Nullable HeartRateCurve curve) {
        long from = startEpochMillis + effort.fromSecond() * 1000L;
        long to = startEpochMillis + effort.toSecond() * 1000L;
        OptionalDouble average =
                curve == null ? OptionalDouble.empty() : curve.averageBeatsPerMinute(from, to);
        return new Interval(
                effort.fromSecond(),
                effort.toSecond(),
                motion == null ? null : motion.metresAt(to) - motion.metresAt(from),
                average.isPresent() ? average.getAsDouble() : null);
    }

    int seconds() {
        return toSecond - fromSecond;
    }
}
