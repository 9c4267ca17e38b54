package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an activity went and how long it took; distance and moving time always tell of the same
 * stretch.
 *
 * <p>They are counted along the track where it covers at least 90 % of the distance that the source
 * gives; else they are the source's own, with its time without pauses, or its whole time where it
 * does not tell of pauses.
 *
 * @param metres above 0
 * @param movingSeconds above 0
 * @param elapsedSeconds pauses included; null if unknown
 * @param isAlongTrack false if they are the source's own
 */
public record Journey(
        double metres,
        double movingSeconds,
        @Nullable Double elapsedSeconds,
        boolean isAlongTrack) {
    private static final double LEAST_COVERED = 0.9;

    /**
     * Empty where distance or time is unknown.
     *
     * @param motion along the activity's track; null if there is none
     */
    public static Optional<Journey> of(Activity activity, @Nullable Motion motion) {
        Double given = activity.getDistanceMetres();
        if (motion != null
                && motion.movingSeconds() > 0
                && (given == null || motion.metres() >= LEAST_COVERED * given)) {
            Double elapsed = seconds(activity.getElapsedMilliseconds());
            return Optional.of(
                    new Journey(
                            motion.metres(),
                            motion.movingSeconds(),
                            elapsed == null ? span(motion) : elapsed,
                            true));
        }
        return given == null || given <= 0 ? Optional.empty() : asGiven(activity, given);
    }

    private static Optional<Journey> asGiven(Activity activity, double metres) {
        Double elapsed = seconds(activity.getElapsedMilliseconds());
        Double active = seconds(activity.getActiveMilliseconds());
        Double moving = active == null ? elapsed : active;
        return moving == null
                ? Optional.empty()
                : Optional.of(new Journey(metres, moving, elapsed, false));
    }

    private static double span(Motion motion) {
        return (motion.endEpochMillis() - motion.startEpochMillis()) / 1000.0;
    }

    /** Null if unknown; no activity lasts no time. */
    private static @Nullable Double seconds(@Nullable Long milliseconds) {
        return milliseconds == null || milliseconds <= 0 ? null : milliseconds / 1000.0;
    }
}
