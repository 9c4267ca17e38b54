package io.pulseline.simulator.control;

import io.pulseline.simulator.truth.SimulatedActivity;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, for comparing with what arrived.
 *
 * @param heartRateSampleCount samples of the tracker within the activity, readable or not
 * @param trackPointCount fixes of the way, shown or not
 */
record ActivityTruth(
        long logId,
        String userId,
        String type,
        String name,
        OffsetDateTime start,
        OffsetDateTime end,
        long durationMilliseconds,
        long activeDurationMilliseconds,
        @Nullable Double distanceMetres,
        int energyKilocalories,
        @Nullable Integer steps,
        int averageHeartRate,
        int heartRateSampleCount,
        boolean gps,
        int trackPointCount,
        int lapCount,
        double ascentMetres,
        Instant heartRateAvailableAt,
        Instant tcxAvailableAt,
        Instant lastModified,
        @Nullable Integer notificationStatus) {

    static ActivityTruth of(Stage.Performed performed) {
        return of(performed.activity(), performed.notificationStatus());
    }

    static ActivityTruth of(SimulatedActivity activity, @Nullable Integer notificationStatus) {
        return new ActivityTruth(
                activity.logId(),
                activity.userId(),
                activity.plan().kind().title(),
                activity.name(),
                activity.localStart().toOffsetDateTime(),
                activity.localEnd().toOffsetDateTime(),
                activity.elapsed().toMillis(),
                activity.active().toMillis(),
                activity.distanceMetres(),
                activity.energyKilocalories(),
                activity.steps(),
                activity.averageHeartRate(),
                activity.heartRate().size(),
                activity.plan().gps(),
                activity.track().points().size(),
                activity.track().laps().size(),
                activity.track().ascentMetres(),
                activity.heartRateReadableFrom(),
                activity.trackReadableFrom(),
                activity.lastModified(),
                notificationStatus);
    }
}
