package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.truth.CardioFitness;
import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.simulator.truth.WeightLog;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sums of a date that is over and told. */
final class DailyTruth {
    private DailyTruth() {}

    /** The line, once everything that will ever be known of the date can be read. */
    static void write(TruthLines lines, Life life, LocalDate date, Instant now) throws IOException {
        if (life.isFinal(date, now)) {
            DaySums sums = life.sums(date, now);
            lines.line(
                    life,
                    "daily-summary",
                    json -> {
                        json.writeStringField("localDate", date.toString());
                        writeSums(json, life.user(), sums);
                        writeZones(json, life.user(), sums.zones());
                        writeNight(json, life, date, now);
                        writeWeights(json, life, date, now);
                    });
        }
    }

    private static void writeSums(JsonGenerator json, SimulatedUser user, DaySums sums)
            throws IOException {
        boolean climbs = user.device().hasAltimeter();
        json.writeNumberField("steps", sums.steps());
        json.writeNumberField("distanceMetres", sums.distanceMetres());
        json.writeNumberField("energyKilocalories", sums.energyKilocalories());
        json.writeNumberField("basalEnergyKilocalories", sums.basalKilocalories());
        json.writeNumberField("activityEnergyKilocalories", sums.activityKilocalories());
        writeOrNull(json, "floors", climbs ? sums.floors() : null);
        NightTruth.writeOrNull(json, "elevationGainMetres", climbs ? sums.elevationMetres() : null);
        json.writeNumberField("sedentaryMinutes", sums.stillMinutes());
        json.writeNumberField("lightlyActiveMinutes", sums.lightMinutes());
        json.writeNumberField("fairlyActiveMinutes", sums.fairMinutes());
        json.writeNumberField("veryActiveMinutes", sums.veryMinutes());
    }

    private static void writeZones(JsonGenerator json, SimulatedUser user, ZoneMinutes minutes)
            throws IOException {
        int maximum = user.body().maximumHeartRate();
        if (minutes.total() > 0) {
            json.writeArrayFieldStart("heartRateZones");
            for (Zone zone : Zone.values()) {
                json.writeStartObject();
                json.writeStringField("name", title(zone));
                json.writeNumberField("lowerBeatsPerMinute", zone.from(maximum));
                json.writeNumberField("upperBeatsPerMinute", zone.to(maximum));
                json.writeNumberField("minutes", minutes.in(zone));
                json.writeNumberField("energyKilocalories", minutes.energyKilocalories(zone));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        writeOrNull(json, "activeZoneMinutes", positive(minutes.weighted()));
        writeOrNull(json, "fatBurnActiveZoneMinutes", positive(minutes.weighted(Zone.FAT_BURN)));
        writeOrNull(json, "cardioActiveZoneMinutes", positive(minutes.weighted(Zone.CARDIO)));
        writeOrNull(json, "peakActiveZoneMinutes", positive(minutes.weighted(Zone.PEAK)));
    }

    private static void writeNight(JsonGenerator json, Life life, LocalDate date, Instant now)
            throws IOException {
        writeOrNull(json, "restingHeartRateBeatsPerMinute", life.restingHeartRate(date, now));
        CardioFitness fitness = life.cardioFitness(date, now);
        writeOrNull(
                json,
                "vo2MaxLowerMillilitresPerKilogramMinute",
                fitness == null ? null : fitness.from());
        writeOrNull(
                json,
                "vo2MaxUpperMillilitresPerKilogramMinute",
                fitness == null ? null : fitness.to());
        NightVitals night = life.vitals(date, Measure.SKIN_TEMPERATURE, now).orElse(null);
        NightTruth.writeOrNull(
                json,
                "skinTemperatureDeviationCelsius",
                night == null ? null : night.skinDeviation());
        String sensor = life.user().device().hasAltimeter() ? "DEDICATED" : "OTHER";
        if (night == null) {
            json.writeNullField("skinTemperatureSensor");
        } else {
            json.writeStringField("skinTemperatureSensor", sensor);
        }
    }

    private static void writeWeights(JsonGenerator json, Life life, LocalDate date, Instant now)
            throws IOException {
        List<WeightLog> weights =
                life.weights(now).stream().filter(one -> one.date().equals(date)).toList();
        if (weights.isEmpty()) {
            json.writeNullField("weights");
            return;
        }
        json.writeArrayFieldStart("weights");
        for (WeightLog weight : weights) {
            json.writeStartObject();
            json.writeStringField("providerRecordId", Long.toString(weight.logId()));
            json.writeNumberField("measuredEpochMillis", weight.at().toEpochMilli());
            json.writeNumberField("kilograms", weight.kilograms());
            json.writeNumberField("bodyMassIndex", weight.bodyMassIndex());
            NightTruth.writeOrNull(json, "bodyFatPercent", weight.bodyFatPercent());
            json.writeStringField("device", weight.teller());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The service leaves a zone without minutes out. */
    private static @Nullable Integer positive(int minutes) {
        return minutes == 0 ? null : minutes;
    }

    private static void writeOrNull(JsonGenerator json, String name, @Nullable Integer value)
            throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static String title(Zone zone) {
        String words = zone.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        StringBuilder title = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            boolean isSmall = word.equals("of");
            title.append(title.isEmpty() ? "" : " ")
                    .append(isSmall ? word : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(isSmall ? "" : word.substring(1));
        }
        return title.toString();
    }
}
