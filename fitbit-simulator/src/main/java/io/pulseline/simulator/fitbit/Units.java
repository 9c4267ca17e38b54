package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.http.Request;

/** The unit system that {@code Accept-Language} picks: miles and feet for en_US, else metric. */
enum Units {
    METRIC("Kilometer", 1000, 1, 3.048, 1, 1),
    US("Mile", 1609.344, 0.3048, 10, 2.204622621848776, 1.8),
    /** Metric but for the weight, which is in stone. */
    BRITISH("Kilometer", 1000, 1, 3.048, 0.15747304441776971, 1);

    private final String distanceUnit;
    private final double metresPerDistance;
    private final double metresPerElevation;
    private final double elevationStep;
    private final double weightPerKilogram;
    private final double degreesPerCelsius;

    Units(
            String distanceUnit,
            double metresPerDistance,
            double metresPerElevation,
            double elevationStep,
            double weightPerKilogram,
            double degreesPerCelsius) {
        this.distanceUnit = distanceUnit;
        this.metresPerDistance = metresPerDistance;
        this.metresPerElevation = metresPerElevation;
        this.elevationStep = elevationStep;
        this.weightPerKilogram = weightPerKilogram;
        this.degreesPerCelsius = degreesPerCelsius;
    }

    static Units of(Request request) {
        String language = request.header("Accept-Language").orElse("");
        if (language.startsWith("en_GB") || language.startsWith("en-GB")) {
            return BRITISH;
        }
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

    /** Kilograms to the tenth, pounds or stone more exactly. */
    double weight(double kilograms) {
        return Math.round(kilograms * weightPerKilogram * 1e4) / 1e4;
    }

    /** A difference of temperatures. */
    double temperatureDifference(double celsius) {
        return Math.round(celsius * degreesPerCelsius * 100) / 100.0;
    }
}
