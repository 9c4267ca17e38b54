package io.pulseline.pipeline.booster.series;

/** Distances on the mean sphere of the earth: radius R1 of the IUGG, 6371.0088 km. */
public final class Globe {
    private static final double RADIUS_METRES = 6_371_008.8;

    private Globe() {}

    /**
     * Metres along the great circle, by the haversine formula (Sinnott, Sky and Telescope 68,
     * 1984). Latitudes are -90 to 90, longitudes -180 to 180 degrees.
     */
    public static double metres(
            double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double north = Math.toRadians(toLatitude - fromLatitude);
        double east = Math.toRadians(toLongitude - fromLongitude);
        double haversine =
                square(Math.sin(north / 2))
                        + Math.cos(Math.toRadians(fromLatitude))
                                * Math.cos(Math.toRadians(toLatitude))
                                * square(Math.sin(east / 2));
        // Rounding may lift antipodes above 1.
        return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    static double metres(TrackPoints points, int from, int to) {
        return metres(
                points.latitudeDegrees(from),
                points.longitudeDegrees(from),
                points.latitudeDegrees(to),
                points.longitudeDegrees(to));
    }

    private static double square(double value) {
        return value * value;
    }
}
