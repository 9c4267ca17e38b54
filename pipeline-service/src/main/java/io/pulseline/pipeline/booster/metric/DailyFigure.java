package io.pulseline.pipeline.booster.metric;

import io.pulseline.contracts.OpenSets.RecordType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A figure of which a user has one a day, or none. */
enum DailyFigure {
    /** RMSSD over the main sleep, which is not SDNN. */
    RMSSD(
            RecordType.HEART_RATE_VARIABILITY,
            "dailyRmssdMilliseconds",
            "Rmssd",
            "Milliseconds",
            "Heart rate variability (RMSSD)",
            " ms",
            0),
    RESPIRATORY_RATE(
            RecordType.RESPIRATORY_RATE,
            "breathsPerMinute",
            "RespiratoryRate",
            "BreathsPerMinute",
            "Respiratory rate",
            " breaths/min",
            1),
    OXYGEN_SATURATION(
            RecordType.OXYGEN_SATURATION,
            "averagePercent",
            "OxygenSaturation",
            "Percent",
            "Oxygen saturation",
            " %",
            1),
    /** Of the main sleep: a nap says nothing about nights. */
    ASLEEP(RecordType.SLEEP, "asleepMinutes", "Asleep", "Minutes", "Time asleep", "", 0),
    RESTING_HEART_RATE(
            RecordType.DAILY_SUMMARY,
            "restingHeartRateBeatsPerMinute",
            "RestingHeartRate",
            "BeatsPerMinute",
            "Resting heart rate",
            " bpm",
            0),
    STEPS(RecordType.DAILY_SUMMARY, "steps", "Steps", "", "Step count", "", 0),
    SKIN_TEMPERATURE_DEVIATION(
            RecordType.DAILY_SUMMARY,
            "skinTemperatureDeviationCelsius",
            "SkinTemperatureDeviation",
            "Celsius",
            "Skin temperature deviation",
            " °C",
            1);

    private static final double ALL_OXYGEN_PERCENT = 100;

    private final String recordType;
    private final String field;
    private final String name;
    private final String unit;
    private final String label;
    private final String symbol;
    private final int decimals;

    /**
     * Texts and a number only, so that its constants never change.
     *
     * @param field of the record
     * @param unit in the names of values; empty where the name says it
     * @param symbol of the unit for people, behind the number, with its space
     */
    DailyFigure(
            String recordType,
            String field,
            String name,
            String unit,
            String label,
            String symbol,
            int decimals) {
        this.recordType = recordType;
        this.field = field;
        this.name = name;
        this.unit = unit;
        this.label = label;
        this.symbol = symbol;
        this.decimals = decimals;
    }

    /** Those of one record type; none for a type without daily figures. */
    static List<DailyFigure> of(String recordType) {
        return Arrays.stream(values())
                .filter(figure -> figure.recordType.equals(recordType))
                .toList();
    }

    /** The record types that have any, in the order of the alphabet. */
    static Set<String> recordTypes() {
        Set<String> types = new TreeSet<>();
        for (DailyFigure figure : values()) {
            types.add(figure.recordType);
        }
        return Collections.unmodifiableSet(types);
    }

    /** Its value in its own unit; null where the record has none. */
    @Nullable Double value(Metric metric) {
        Double value = this == ASLEEP && !isMainSleep(metric) ? null : metric.number(field);
        // Sources tell 0 steps of a date on which nothing was worn: that is no measurement.
        return this == STEPS && value != null && value == 0 ? null : value;
    }

    private static boolean isMainSleep(Metric sleep) {
        return sleep.json().path("mainSleep").asBoolean(false);
    }

    /** Name of a value in its own unit, for example {@code baselineMeanRmssdMilliseconds}. */
    String inItsUnit(String prefix) {
        return prefix + name + unit;
    }

    /** Name of a value in another unit, for example {@code outsideBaselineRmssd}. */
    String named(String prefix) {
        return prefix + name;
    }

    /** True if it grows until its date is over. */
    boolean isGrowing() {
        return this == STEPS;
    }

    /** The lowest that it may be. */
    double least() {
        return this == SKIN_TEMPERATURE_DEVIATION ? Double.NEGATIVE_INFINITY : 0;
    }

    /** The highest that it may be. */
    double most() {
        return this == OXYGEN_SATURATION ? ALL_OXYGEN_PERCENT : Double.POSITIVE_INFINITY;
    }

    /** For people. */
    String label() {
        return label;
    }

    /** So many decimals are shown to people. */
    int decimals() {
        return decimals;
    }

    /** The smallest difference that people are shown. */
    double resolution() {
        return BigDecimal.ONE.movePointLeft(decimals).doubleValue();
    }

    /** A value for people, with its unit. */
    String text(BigDecimal value) {
        return this == ASLEEP
                ? HoursAndMinutes.of(value.longValue())
                : value.toPlainString() + symbol;
    }

    /** A range for people; the unit stands once where that reads well. */
    String text(BigDecimal low, BigDecimal high) {
        if (low.compareTo(high) == 0) {
            return text(low);
        }
        return (this == ASLEEP ? text(low) : low.toPlainString()) + " to " + text(high);
    }
}
