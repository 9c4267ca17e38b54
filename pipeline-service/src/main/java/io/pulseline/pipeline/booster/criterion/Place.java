package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.List;
import java.util.Optional;

/**
 * A point on the earth, WGS 84.
 *
 * @param latitudeDegrees -90 to 90
 * @param longitudeDegrees -180 to 180
 */
public record Place(double latitudeDegrees, double longitudeDegrees) {
    /** Mean radius R1 of the earth (IUGG). */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

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

    /** Along the great circle, by the haversine formula (Sinnott, Sky and Telescope 68, 1984). */
    public double metresTo(Place other) {
        double north = Math.toRadians(other.latitudeDegrees - latitudeDegrees);
        double east = Math.toRadians(other.longitudeDegrees - longitudeDegrees);
        double haversine =
                square(Math.sin(north / 2))
                        + Math.cos(Math.toRadians(latitudeDegrees))
                                * Math.cos(Math.toRadians(other.latitudeDegrees))
                                * square(Math.sin(east / 2));
        // Rounding may lift antipodes above 1.
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double square(double value) {
        return value * value;
    }
}
