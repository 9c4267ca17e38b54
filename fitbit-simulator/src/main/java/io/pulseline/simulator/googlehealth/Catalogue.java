package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.truth.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who makes the points and the sums of each type. A type without a maker has no data. */
final class Catalogue {
    /**
     * Makes at least the points whose start (of a sleep the end) lies in the span, in any order.
     */
    @FunctionalInterface
    interface Points {
        List<Point> in(PersonData person, Span span);
    }

    /** Sums up a window; null where there is nothing in it. */
    @FunctionalInterface
    interface Sums {
        @Nullable ObjectNode of(PersonData person, Span window);
    }

    private static final Map<DataType, Points> POINTS = points();
    private static final Map<DataType, Sums> SUMS = sums();

    private Catalogue() {}

    static Points pointsOf(DataType type) {
        return POINTS.getOrDefault(type, (_, _) -> List.of());
    }

    static Sums sumsOf(DataType type) {
        return SUMS.getOrDefault(type, (_, _) -> null);
    }

    private static Map<DataType, Points> points() {
        Map<DataType, Points> points = new EnumMap<>(DataType.class);
        points.put(DataType.STEPS, MinutePoints::steps);
        points.put(DataType.DISTANCE, MinutePoints::distance);
        points.put(DataType.FLOORS, MinutePoints::floors);
        points.put(DataType.ALTITUDE, MinutePoints::altitude);
        points.put(DataType.ACTIVE_ENERGY_BURNED, MinutePoints::activeEnergy);
        points.put(DataType.ACTIVE_MINUTES, MinutePoints::activeMinutes);
        points.put(DataType.ACTIVE_ZONE_MINUTES, MinutePoints::activeZoneMinutes);
        points.put(DataType.ACTIVITY_LEVEL, MinutePoints::activityLevels);
        points.put(DataType.SEDENTARY_PERIOD, MinutePoints::sedentaryPeriods);
        points.put(DataType.TIME_IN_HEART_RATE_ZONE, MinutePoints::timesInZone);
        points.put(DataType.EXERCISE, ExerciseSessions::in);
        points.put(DataType.DAILY_VO2_MAX, NightTypes::cardioFitness);
        points.put(DataType.HEART_RATE, HeartTypes::heartRate);
        points.put(DataType.DAILY_RESTING_HEART_RATE, HeartTypes::resting);
        points.put(DataType.HEART_RATE_VARIABILITY, HeartTypes::variability);
        points.put(DataType.DAILY_HEART_RATE_VARIABILITY, HeartTypes::dailyVariability);
        points.put(DataType.DAILY_HEART_RATE_ZONES, HeartTypes::zones);
        points.put(DataType.OXYGEN_SATURATION, NightTypes::oxygen);
        points.put(DataType.DAILY_OXYGEN_SATURATION, NightTypes::dailyOxygen);
        points.put(DataType.DAILY_RESPIRATORY_RATE, NightTypes::dailyBreathing);
        points.put(DataType.RESPIRATORY_RATE_SLEEP_SUMMARY, NightTypes::breathing);
        points.put(DataType.DAILY_SLEEP_TEMPERATURE_DERIVATIONS, NightTypes::skinTemperature);
        points.put(DataType.WEIGHT, BodyTypes::weight);
        points.put(DataType.BODY_FAT, BodyTypes::bodyFat);
        points.put(DataType.SLEEP, SleepSessions::in);
        return points;
    }

    private static Map<DataType, Sums> sums() {
        Map<DataType, Sums> sums = new EnumMap<>(DataType.class);
        sums.put(DataType.STEPS, MinuteSums::stepsSum);
        sums.put(DataType.DISTANCE, MinuteSums::distanceSum);
        sums.put(DataType.FLOORS, MinuteSums::floorsSum);
        sums.put(DataType.ALTITUDE, MinuteSums::altitudeSum);
        sums.put(DataType.ACTIVE_ENERGY_BURNED, MinuteSums::activeEnergySum);
        sums.put(DataType.TOTAL_CALORIES, MinuteSums::totalCalories);
        sums.put(DataType.ACTIVE_MINUTES, MinuteSums::activeMinutesSum);
        sums.put(DataType.ACTIVE_ZONE_MINUTES, MinuteSums::activeZoneMinutesSum);
        sums.put(DataType.SEDENTARY_PERIOD, MinuteSums::sedentarySum);
        sums.put(DataType.TIME_IN_HEART_RATE_ZONE, MinuteSums::timeInZoneSum);
        sums.put(DataType.CALORIES_IN_HEART_RATE_ZONE, MinuteSums::caloriesInZoneSum);
        sums.put(DataType.HEART_RATE, HeartTypes::heartRateRange);
        sums.put(DataType.WEIGHT, BodyTypes::weightAverage);
        sums.put(DataType.BODY_FAT, BodyTypes::bodyFatAverage);
        return sums;
    }
}
