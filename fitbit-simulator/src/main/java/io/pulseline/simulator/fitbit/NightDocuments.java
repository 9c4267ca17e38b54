package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.CardioFitness;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of what is worked out of nights (fact sheet sections 4.8 to 4.10, 4.15, 4.16). */
final class NightDocuments {
    private NightDocuments() {}

    /** Makes the entry of one date; null when there is none. */
    @FunctionalInterface
    interface Entry {
        @Nullable ObjectNode of(Shown shown, LocalDate date, Units units);
    }

    static @Nullable ObjectNode variability(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.VARIABILITY);
        if (vitals == null) {
            return null;
        }
        NightVitals.Variability night = vitals.variability();
        ObjectNode value = Json.object().put("dailyRmssd", night.daily());
        if (night.deep() != null) {
            value.put("deepRmssd", night.deep());
        }
        return entry(value, date);
    }

    static @Nullable ObjectNode variabilityRows(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.VARIABILITY);
        if (vitals == null) {
            return null;
        }
        ObjectNode document = Json.object();
        ArrayNode minutes = document.putArray("minutes");
        for (NightVitals.VariabilityRow row : vitals.variabilityRows()) {
            ObjectNode minute = minutes.addObject().put("minute", local(shown, row.at(), true));
            minute.putObject("value")
                    .put("rmssd", row.rmssd())
                    .put("coverage", row.coverage())
                    .put("hf", row.high())
                    .put("lf", row.low());
        }
        return document.put("dateTime", date.toString());
    }

    static @Nullable ObjectNode breathing(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.BREATHING);
        return vitals == null
                ? null
                : entry(Json.object().put("breathingRate", vitals.breathing().all()), date);
    }

    static @Nullable ObjectNode breathingStages(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.BREATHING);
        if (vitals == null) {
            return null;
        }
        NightVitals.Breathing night = vitals.breathing();
        ObjectNode value = Json.object();
        value.putObject("deepSleepSummary").put("breathingRate", orMinusOne(night.deep()));
        value.putObject("remSleepSummary").put("breathingRate", orMinusOne(night.rem()));
        value.putObject("fullSleepSummary").put("breathingRate", night.all());
        value.putObject("lightSleepSummary").put("breathingRate", orMinusOne(night.light()));
        return entry(value, date);
    }

    static @Nullable ObjectNode oxygen(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.OXYGEN);
        if (vitals == null) {
            return null;
        }
        NightVitals.Oxygen night = vitals.oxygen();
        ObjectNode document = Json.object().put("dateTime", date.toString());
        document.putObject("value")
                .put("avg", night.average())
                .put("min", night.minimum())
                .put("max", night.maximum());
        return document;
    }

    static @Nullable ObjectNode oxygenRows(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.OXYGEN);
        if (vitals == null) {
            return null;
        }
        ObjectNode document = Json.object().put("dateTime", date.toString());
        ArrayNode minutes = document.putArray("minutes");
        vitals.oxygenRows()
                .forEach(row ->
                        minutes.addObject()
                                .put("value", row.percent())
                                .put("minute", local(shown, row.at(), false)));
        return document;
    }

    static @Nullable ObjectNode cardioFitness(Shown shown, LocalDate date, Units units) {
        CardioFitness fitness =
                shown.life() == null ? null : shown.life().cardioFitness(date, shown.now());
        if (fitness == null) {
            return null;
        }
        String text =
                fitness.from() == fitness.to()
                        ? Integer.toString(fitness.from())
                        : fitness.from() + "-" + fitness.to();
        ObjectNode document = Json.object().put("dateTime", date.toString());
        document.putObject("value").put("vo2Max", text);
        return document;
    }

    static @Nullable ObjectNode skinTemperature(Shown shown, LocalDate date, Units units) {
        NightVitals vitals = vitals(shown, date, Measure.SKIN_TEMPERATURE);
        if (vitals == null) {
            return null;
        }
        ObjectNode document = Json.object().put("dateTime", date.toString());
        document.putObject("value")
                .put("nightlyRelative", units.temperatureDifference(vitals.skinDeviation()));
        return document.put(
                "logType",
                shown.user().device().hasAltimeter() ? "dedicated_temp_sensor" : "other_sensors");
    }

    private static ObjectNode entry(ObjectNode value, LocalDate date) {
        ObjectNode document = Json.object();
        document.set("value", value);
        return document.put("dateTime", date.toString());
    }

    private static double orMinusOne(@Nullable Double rate) {
        return rate == null ? -1 : rate;
    }

    private static String local(Shown shown, Instant at, boolean withMilliseconds) {
        return (withMilliseconds ? LocalTimes.WITHOUT_OFFSET : LocalTimes.TO_THE_SECOND)
                .format(at.atZone(shown.people().zoneAt(shown.user().id(), at)));
    }

    private static @Nullable NightVitals vitals(Shown shown, LocalDate date, Measure measure) {
        Optional<NightVitals> vitals = shown.vitals(date, measure);
        return vitals.orElse(null);
    }
}
