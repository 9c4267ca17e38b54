package io.pulseline.simulator.strava;

import io.pulseline.simulator.fit.FitActivity;
import org.jspecify.annotations.Nullable;

/**
 * An activity at Strava.
 *
 * @param externalId as the application gave it, with the file's ending as Strava stores it; null if
 *     it gave none
 * @param file what the uploaded file says
 * @param changes how often it was changed after the upload
 */
public record StravaActivity(
        long id,
        long athleteId,
        @Nullable String externalId,
        String name,
        String description,
        String sportType,
        boolean trainer,
        boolean commute,
        boolean hideFromHome,
        FitActivity file,
        int changes) {

    StravaActivity changed(Change change) {
        return new StravaActivity(
                id,
                athleteId,
                externalId,
                or(change.name(), name),
                or(change.description(), description),
                or(change.sportType(), sportType),
                or(change.trainer(), trainer),
                or(change.commute(), commute),
                or(change.hideFromHome(), hideFromHome),
                file,
                changes + 1);
    }

    /** New values; null leaves one as it is. */
    record Change(
            @Nullable String name,
            @Nullable String description,
            @Nullable String sportType,
            @Nullable Boolean trainer,
            @Nullable Boolean commute,
            @Nullable Boolean hideFromHome) {}

    private static <T> T or(@Nullable T value, T before) {
        return value == null ? before : value;
    }
}
