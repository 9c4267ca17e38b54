package io.pulseline.pipeline.booster.series;

/**
 * Distances on the mean sphere of the earth (radius 6371.0088 km, IUGG), by the equirectangular
 * approximation: between points of one activity it is as good as any, and quick.
 */
final class Globe {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private Globe() {}

    static double metres(TrackPoints points, int from, int to) {
        double latitude = points.latitudeDegrees(to) - points.latitudeDegrees(from);
        double longitude =
                shortWay(points.longitudeDegrees(to) - points.longitudeDegrees(from))
                        * Math.cos(Math.toRadians(points.latitudeDegrees(from) + latitude / 2));
        return METRES_PER_DEGREE * Math.sqrt(latitude * latitude + longitude * longitude);
    }

    private static double shortWay(double degrees) {
        if (degrees > 180) {
            return degrees - 360;
        }
        return degrees < -180 ? degrees + 360 : degrees;
    }
}
