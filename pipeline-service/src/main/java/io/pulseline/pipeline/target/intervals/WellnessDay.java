package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Result;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a metric says of one wellness day. The day is the record's own local date; of a sleep, HRV,
 * SpO2 or breathing that is the date on which the night ended.
 */
final class WellnessDay {
    private static final int SECONDS_PER_MINUTE = 60;

    private WellnessDay() {}

    /**
     * The fields of that record and no others, so that what somebody else wrote on the day stays.
     *
     * @param chosen fields that the user wants
     * @param deletes whether a deleted record empties its fields
     */
    static Content content(
            EventType event, Result result, List<WellnessField> chosen, boolean deletes) {
        List<WellnessField> fields =
                WellnessField.of(result.recordType()).stream().filter(chosen::contains).toList();
        if (WellnessField.of(result.recordType()).isEmpty()) {
            return new Content.None("intervals.icu keeps values of days, not of hours");
        }
        if (fields.isEmpty()) {
            return new Content.None("none of its fields is among those to be sent");
        }
        return event == EventType.DELETED
                ? cleared(result.record(), fields, deletes)
                : filled(result.record(), fields);
    }

    private static Content cleared(
            SpecificRecord record, List<WellnessField> fields, boolean deletes) {
        if (!deletes) {
            return new Content.None("what was deleted stays at intervals.icu, as you set it");
        }
        ObjectNode day = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> field.clear(day));
        return Letter.ofDay(date(record), day);
    }

    private static Content filled(SpecificRecord record, List<WellnessField> fields) {
        if (record instanceof Sleep sleep && !Boolean.TRUE.equals(sleep.getMainSleep())) {
            return new Content.None("only the main sleep of a day has a field at intervals.icu");
        }
        Map<WellnessField, Double> values = values(record);
        values.keySet().retainAll(fields);
        if (values.isEmpty()) {
            return new Content.None("it has no value that intervals.icu keeps");
        }
        values.entrySet().removeIf(value -> !value.getKey().canBe(value.getValue()));
        if (values.isEmpty()) {
            return new Content.None("its value is not one a living person can have");
        }
        ObjectNode day = JsonNodeFactory.instance.objectNode();
        values.forEach((field, value) -> field.write(day, value));
        return Letter.ofDay(date(record), day);
    }

    /** In the units of the fields. */
    private static Map<WellnessField, Double> values(SpecificRecord record) {
        Map<WellnessField, Double> values = new EnumMap<>(WellnessField.class);
        switch (record) {
            case DailySummary day -> {
                put(values, WellnessField.RESTING_HR, day.getRestingHeartRateBeatsPerMinute());
                put(values, WellnessField.STEPS, day.getSteps());
                put(values, WellnessField.WEIGHT, last(day, WeightMeasurement::getKilograms));
                put(
                        values,
                        WellnessField.BODY_FAT,
                        last(day, WeightMeasurement::getBodyFatPercent));
            }
            case HeartRateVariability night ->
                    put(values, WellnessField.HRV, night.getDailyRmssdMilliseconds());
            case Sleep sleep -> {
                Integer minutes = sleep.getAsleepMinutes();
                put(
                        values,
                        WellnessField.SLEEP_SECS,
                        minutes == null ? null : minutes * SECONDS_PER_MINUTE);
            }
            case OxygenSaturation night ->
                    put(values, WellnessField.SPO2, night.getAveragePercent());
            case RespiratoryRate night ->
                    put(values, WellnessField.RESPIRATION, night.getBreathsPerMinute());
            default -> throw new IllegalArgumentException("no record of a day");
        }
        return values;
    }

    private static void put(
            Map<WellnessField, Double> values, WellnessField field, @Nullable Number value) {
        if (value != null) {
            values.put(field, value.doubleValue());
        }
    }

    /** Of several weights of a date the last one that has it. */
    private static @Nullable Double last(
            DailySummary day, Function<WeightMeasurement, @Nullable Double> what) {
        return Objects.requireNonNullElse(day.getWeights(), List.<WeightMeasurement>of()).stream()
                .filter(weight -> what.apply(weight) != null)
                .max(
                        Comparator.comparing(
                                WeightMeasurement::getMeasuredEpochMillis,
                                Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(what)
                .orElse(null);
    }

    private static String date(SpecificRecord record) {
        return switch (record) {
            case DailySummary day -> day.getLocalDate();
            case HeartRateVariability night -> night.getLocalDate();
            case Sleep sleep -> sleep.getLocalDate();
            case OxygenSaturation night -> night.getLocalDate();
            case RespiratoryRate night -> night.getLocalDate();
            default -> throw new IllegalArgumentException("no record of a day");
        };
    }
}
