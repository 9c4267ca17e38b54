package io.pulseline.pipeline.booster;

/**
 * A circle on the open water of Lake Constance, ridden clockwise from its northernmost point.
 * Nobody has been there on foot or by bicycle, so no one's segments or best times come near it, and
 * a circle is not taken for a real way.
 *
 * @param lapMetres once around, 400 to 20,000: the lake is 13 km wide there
 */
record VirtualLoop(double lapMetres) {
    private static final double CENTRE_LATITUDE_DEGREES = 47.61;
    private static final double CENTRE_LONGITUDE_DEGREES = 9.43;

    /** On the mean sphere of the earth, radius 6371.0088 km (IUGG). */
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    double latitudeDegrees(double metres) {
        return CENTRE_LATITUDE_DEGREES + radiusDegrees() * Math.cos(angle(metres));
    }

    double longitudeDegrees(double metres) {
        double stretch = Math.cos(Math.toRadians(CENTRE_LATITUDE_DEGREES));
        return CENTRE_LONGITUDE_DEGREES + radiusDegrees() * Math.sin(angle(metres)) / stretch;
    }

    private double radiusDegrees() {
        return lapMetres / (2 * Math.PI) / METRES_PER_DEGREE;
    }

    private double angle(double metres) {
        return 2 * Math.PI * metres / lapMetres;
    }
}
