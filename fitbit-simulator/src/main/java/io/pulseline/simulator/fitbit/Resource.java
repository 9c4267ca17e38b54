package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.Device;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What may stand in the path of an activity series. */
enum Resource {
    CALORIES("calories"),
    CALORIES_BMR("caloriesBMR"),
    ACTIVITY_CALORIES("activityCalories"),
    STEPS("steps"),
    DISTANCE("distance"),
    FLOORS("floors"),
    ELEVATION("elevation"),
    MINUTES_SEDENTARY("minutesSedentary"),
    MINUTES_LIGHTLY_ACTIVE("minutesLightlyActive"),
    MINUTES_FAIRLY_ACTIVE("minutesFairlyActive"),
    MINUTES_VERY_ACTIVE("minutesVeryActive");

    private final String text;

    Resource(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Optional<Resource> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    /** The date's value as Fitbit writes it: a number in a string. */
    String text(DaySums sums, Device device, Units units) {
        return switch (this) {
            case CALORIES -> "" + sums.energyKilocalories();
            case CALORIES_BMR -> "" + sums.basalKilocalories();
            case ACTIVITY_CALORIES -> "" + sums.activityKilocalories();
            case STEPS -> "" + sums.steps();
            case DISTANCE -> plain(units.distance(sums.distanceMetres()));
            case FLOORS -> device.hasAltimeter() ? "" + sums.floors() : "0";
            case ELEVATION ->
                    device.hasAltimeter() ? plain(units.elevation(sums.elevationMetres())) : "0";
            case MINUTES_SEDENTARY -> "" + sums.stillMinutes();
            case MINUTES_LIGHTLY_ACTIVE -> "" + sums.lightMinutes();
            case MINUTES_FAIRLY_ACTIVE -> "" + sums.fairMinutes();
            case MINUTES_VERY_ACTIVE -> "" + sums.veryMinutes();
        };
    }

    /** Without an exponent. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
