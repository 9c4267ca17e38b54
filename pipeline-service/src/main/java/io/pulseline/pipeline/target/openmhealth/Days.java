package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.WeightMeasurement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one date, and its weights. Floors, zone minutes, cardio fitness and the deviation of
 * the skin temperature have no schema in either family; a deviation is no body temperature.
 */
final class Days {
    private Days() {}

    static List<ObjectNode> of(DailySummary day, ZoneId zone) {
        TimeFrame when = TimeFrame.day(LocalDate.parse(day.getLocalDate()), zone);
        Instant captured = Instant.ofEpochMilli(day.getProvenance().getCapturedEpochMillis());
        DataPoints points =
                new DataPoints(
                        day.getRecordId(),
                        day.getUser(),
                        day.getProvenance(),
                        zone.getRules().getOffset(captured));
        if (day.getSteps() != null || day.getDistanceMetres() != null) {
            points.add(SchemaId.PHYSICAL_ACTIVITY, moved(day, when));
        }
        if (day.getEnergyKilocalories() != null) {
            points.add(
                    SchemaId.CALORIES_BURNED,
                    Body.of(when)
                            .measure("kcal_burned", day.getEnergyKilocalories(), "kcal")
                            .word(Body.STATISTIC, "sum")
                            .word("descriptive_statistic_denominator", "d"));
        }
        Double resting = day.getRestingHeartRateBeatsPerMinute();
        if (resting != null) {
            points.add(
                    SchemaId.HEART_RATE,
                    HeartBeats.average(resting, when)
                            .word("temporal_relationship_to_physical_activity", "at rest"));
        }
        Objects.requireNonNullElse(day.getWeights(), List.<WeightMeasurement>of())
                .forEach(weight -> addWeight(points, weight, zone));
        return points.all();
    }

    private static Body moved(DailySummary day, TimeFrame when) {
        return Body.of(when)
                .word("activity_name", "daily activity total")
                .measure("base_movement_quantity", day.getSteps(), "steps")
                .measure("distance", Kilometres.of(day.getDistanceMetres()), "km")
                .word(Body.STATISTIC, "sum")
                .word("descriptive_statistic_denominator", "d");
    }

    /** By a scale or by hand: the record tells that of the whole day, not of one weight. */
    private static void addWeight(DataPoints points, WeightMeasurement weight, ZoneId zone) {
        Long measured = weight.getMeasuredEpochMillis();
        if (measured == null) {
            return;
        }
        TimeFrame when =
                TimeFrame.at(Instant.ofEpochMilli(measured).atZone(zone).toOffsetDateTime());
        add(points, SchemaId.BODY_WEIGHT, when, "body_weight", weight.getKilograms(), "kg");
        add(
                points,
                SchemaId.BODY_MASS_INDEX,
                when,
                "body_mass_index",
                weight.getBodyMassIndex(),
                "kg/m^2");
        add(
                points,
                SchemaId.BODY_FAT_PERCENTAGE,
                when,
                "body_fat_percentage",
                weight.getBodyFatPercent(),
                "%");
    }

    private static void add(
            DataPoints points,
            SchemaId schema,
            TimeFrame when,
            String name,
            @Nullable Double value,
            String unit) {
        if (value != null) {
            points.addOfUnknownModality(schema, Body.of(when).measure(name, value, unit));
        }
    }
}
