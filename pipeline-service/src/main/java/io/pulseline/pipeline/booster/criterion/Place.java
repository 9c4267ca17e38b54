package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.booster.series.Globe;
import java.util.List;
import java.util.Optional;

/**
 * A point on the earth, WGS 84.
 *
 * @param latitudeDegrees -90 to 90
 * @param longitudeDegrees -180 to 180
 */
public record Place(double latitudeDegrees, double longitudeDegrees) {
    /** The first point of the track that has both coordinates; empty without GPS. */
    public static Optional<Place> startOf(Activity activity) {
        Track track = activity.getTrack();
        if (track == null) {
            return Optional.empty();
        }
        List<Double> latitudes = track.getLatitudeDegrees();
        List<Double> longitudes = track.getLongitudeDegrees();
        int points = Math.min(latitudes.size(), longitudes.size());
        for (int point = 0; point < points; point++) {
            Double latitude = latitudes.get(point);
            Double longitude = longitudes.get(point);
            if (latitude != null && longitude != null) {
                return Optional.of(new Place(latitude, longitude));
            }
        }
        return Optional.empty();
    }

    /** Along the great circle. */
    public double metresTo(Place other) {
        return Globe.metres(
                latitudeDegrees, longitudeDegrees, other.latitudeDegrees, other.longitudeDegrees);
    }
}
