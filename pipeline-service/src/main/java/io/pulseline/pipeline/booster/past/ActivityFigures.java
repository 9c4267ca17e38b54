package io.pulseline.pipeline.booster.past;

import static java.util.Objects.requireNonNullElse;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.HeldHeartRate;
import io.pulseline.pipeline.booster.series.Altitudes;
import io.pulseline.pipeline.booster.series.BestEfforts;
import io.pulseline.pipeline.booster.series.Climb;
import io.pulseline.pipeline.booster.series.Motion;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an activity without its series. Null where the source gave nothing and
 * nothing follows from the series.
 *
 * @param startEpochMillis null only for a deleted activity
 * @param startOffsetSeconds UTC offset at the start
 * @param elapsedSeconds start to end, pauses included
 * @param activeSeconds without pauses
 * @param distanceMetres the source's, else along the track
 * @param elevationGainMetres the source's, else from smoothed altitudes
 * @param averageHeartRateBeatsPerMinute weighted by time, else the source's
 * @param heartRateSeconds for how long each heart rate (beats per minute) held
 * @param bestEffortSeconds the shortest time for each distance in metres; empty where the sport has
 *     none or nothing is known
 */
public record ActivityFigures(
        @Nullable String title,
        String activityType,
        @Nullable Long startEpochMillis,
        @Nullable Integer startOffsetSeconds,
        @Nullable Double elapsedSeconds,
        @Nullable Double activeSeconds,
        @Nullable Double distanceMetres,
        @Nullable Double elevationGainMetres,
        @Nullable Double energyKilocalories,
        @Nullable Double averageHeartRateBeatsPerMinute,
        Map<Integer, Double> heartRateSeconds,
        Map<Integer, Double> bestEffortSeconds,
        String provider,
        @Nullable String recordingMethod) {
    private static final double MILLISECONDS = 1_000;

    /** Below this a rise is taken for noise; the Elevation Summary counts alike. */
    private static final double HYSTERESIS_METRES = 3;

    public ActivityFigures {
        heartRateSeconds = requireNonNullElse(heartRateSeconds, Map.of());
        bestEffortSeconds = requireNonNullElse(bestEffortSeconds, Map.of());
    }

    /** Computed from its series; takes milliseconds for a long one. */
    public static ActivityFigures of(Activity activity) {
        Map<Integer, Double> heart = new TreeMap<>();
        HeldHeartRate.of(activity)
                .forEach((beats, seconds) -> heart.merge(beats, seconds, Double::sum));
        return new ActivityFigures(
                activity.getTitle(),
                activity.getActivityType(),
                activity.getStartEpochMillis(),
                activity.getStartOffsetSeconds(),
                seconds(activity.getElapsedMilliseconds()),
                seconds(activity.getActiveMilliseconds()),
                distance(activity),
                gain(activity),
                finite(activity.getEnergyKilocalories()),
                average(heart, activity),
                heart,
                BestEfforts.of(activity),
                activity.getProvenance().getProvider(),
                activity.getProvenance().getRecordingMethod());
    }

    /** The same under another title; null for none. */
    ActivityFigures called(@Nullable String newTitle) {
        return new ActivityFigures(
                newTitle,
                activityType,
                startEpochMillis,
                startOffsetSeconds,
                elapsedSeconds,
                activeSeconds,
                distanceMetres,
                elevationGainMetres,
                energyKilocalories,
                averageHeartRateBeatsPerMinute,
                heartRateSeconds,
                bestEffortSeconds,
                provider,
                recordingMethod);
    }

    private static @Nullable Double seconds(@Nullable Long milliseconds) {
        return milliseconds == null ? null : milliseconds / MILLISECONDS;
    }

    /** Any producer may have written it. */
    private static @Nullable Double finite(@Nullable Double value) {
        return value != null && Double.isFinite(value) ? value : null;
    }

    private static @Nullable Double distance(Activity activity) {
        Double given = finite(activity.getDistanceMetres());
        return given != null ? given : Motion.of(activity).map(Motion::metres).orElse(null);
    }

    private static @Nullable Double gain(Activity activity) {
        Double given = finite(activity.getElevationGainMetres());
        return given != null
                ? given
                : Altitudes.of(activity)
                        .map(altitudes -> altitudes.climb(HYSTERESIS_METRES))
                        .map(Climb::gainMetres)
                        .orElse(null);
    }

    private static @Nullable Double average(Map<Integer, Double> heart, Activity activity) {
        double beats = 0;
        double seconds = 0;
        for (Map.Entry<Integer, Double> held : heart.entrySet()) {
            beats += held.getKey() * held.getValue();
            seconds += held.getValue();
        }
        return seconds > 0
                ? Double.valueOf(beats / seconds)
                : finite(activity.getAverageHeartRateBeatsPerMinute());
    }
}
