package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.http.Request;

/** The unit system that {@code Accept-Language} picks: miles and feet for en_US, else metric. */
enum Units {
    METRIC("Kilometer", 1000, 1, 3.048),
    US("Mile", 1609.344, 0.3048, 10);

    private final String distanceUnit;
    private final double metresPerDistance;
    private final double metresPerElevation;
    private final double elevationStep;

    Units(
            String distanceUnit,
            double metresPerDistance,
            double metresPerElevation,
            double elevationStep) {
        this.distanceUnit = distanceUnit;
        this.metresPerDistance = metresPerDistance;
        this.metresPerElevation = metresPerElevation;
        this.elevationStep = elevationStep;
    }

    static Units of(Request request) {
        String language = request.header("Accept-Language").orElse("");
        return language.startsWith("en_US") || language.startsWith("en-US") ? US : METRIC;
    }

    String distanceUnit() {
        return distanceUnit;
    }

    /** Kilometres or miles, six decimals. */
    double distance(double metres) {
        return Math.round(metres / metresPerDistance * 1e6) / 1e6;
    }

    /** Metres or feet in the steps of a floor counter: 10 feet each. */
    double elevation(double metres) {
        long floors = Math.round(metres / metresPerElevation / elevationStep);
        return Math.round(floors * elevationStep * 1000) / 1000.0;
    }
}
