package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.googlehealth.Knobs;
import io.pulseline.simulator.truth.CardioFitness;
import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.WeightLog;
import io.pulseline.simulator.truth.WornSums;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a date that is over and told, read through Google Health: of worn minutes only, to
 * the millimetre, with fractions of a kilocalorie, and without what Google does not give.
 */
final class GoogleDailyTruth {
    private static final double MILLIMETRES = 1000;

    private GoogleDailyTruth() {}

    /** The line, once everything that will ever be known of the date can be read. */
    static void write(TruthLines lines, Life life, LocalDate date, Instant now, Knobs.Answers knobs)
            throws IOException {
        if (life.isFinal(date, now)) {
            WornSums sums = life.wornSums(date, now);
            ZoneMinutes zones = life.sums(date, now).zones();
            lines.line(
                    life,
                    "daily-summary",
                    json -> {
                        json.writeStringField("localDate", date.toString());
                        writeSums(json, life, sums);
                        writeZones(json, life, sums, zones);
                        writeNight(json, life, date, now, knobs);
                        writeWeights(json, life, date, now);
                    });
        }
    }

    /** Of a date on which nothing was worn nothing is known. */
    private static void writeSums(JsonGenerator json, Life life, WornSums sums) throws IOException {
        boolean isWorn = sums.minutes() > 0;
        boolean climbs = isWorn && life.user().device().hasAltimeter();
        whole(json, "steps", isWorn ? sums.steps() : null);
        number(json, "distanceMetres", isWorn ? sums.millimetres() / MILLIMETRES : null);
        number(json, "energyKilocalories", isWorn ? sums.kilocalories() : null);
        json.writeNullField("basalEnergyKilocalories");
        json.writeNullField("activityEnergyKilocalories");
        whole(json, "floors", climbs ? sums.floors() : null);
        number(
                json,
                "elevationGainMetres",
                climbs
                        ? Math.round(sums.floors() * DaySums.METRES_PER_FLOOR * MILLIMETRES)
                                / MILLIMETRES
                        : null);
        whole(json, "sedentaryMinutes", minutes(sums, LifeDay.Effort.STILL));
        whole(json, "lightlyActiveMinutes", minutes(sums, LifeDay.Effort.LIGHT));
        whole(json, "fairlyActiveMinutes", minutes(sums, LifeDay.Effort.FAIR));
        whole(json, "veryActiveMinutes", minutes(sums, LifeDay.Effort.VERY));
    }

    private static @Nullable Integer minutes(WornSums sums, LifeDay.Effort effort) {
        return sums.minutes() == 0 ? null : Integer.valueOf(sums.minutes(effort));
    }

    private static void writeZones(
            JsonGenerator json, Life life, WornSums sums, ZoneMinutes minutes) throws IOException {
        boolean isWorn = sums.minutes() > 0;
        if (isWorn) {
            int maximum = life.user().body().maximumHeartRate();
            boolean hasLimits = minutes.total() > 0;
            json.writeArrayFieldStart("heartRateZones");
            for (Zone zone : Zone.values()) {
                json.writeStartObject();
                json.writeStringField("name", name(zone));
                whole(json, "lowerBeatsPerMinute", hasLimits ? zone.from(maximum) : null);
                whole(json, "upperBeatsPerMinute", hasLimits ? zone.to(maximum) : null);
                json.writeNumberField("minutes", (double) minutes.in(zone));
                json.writeNullField("energyKilocalories");
                json.writeEndObject();
            }
            json.writeEndArray();
        } else {
            json.writeNullField("heartRateZones");
        }
        whole(json, "activeZoneMinutes", isWorn ? minutes.weighted() : null);
        whole(json, "fatBurnActiveZoneMinutes", isWorn ? minutes.weighted(Zone.FAT_BURN) : null);
        whole(json, "cardioActiveZoneMinutes", isWorn ? minutes.weighted(Zone.CARDIO) : null);
        whole(json, "peakActiveZoneMinutes", isWorn ? minutes.weighted(Zone.PEAK) : null);
    }

    private static String name(Zone zone) {
        return switch (zone) {
            case OUT_OF_RANGE -> "LIGHT";
            case FAT_BURN -> "MODERATE";
            case CARDIO -> "VIGOROUS";
            case PEAK -> "PEAK";
        };
    }

    private static void writeNight(
            JsonGenerator json, Life life, LocalDate date, Instant now, Knobs.Answers knobs)
            throws IOException {
        whole(json, "restingHeartRateBeatsPerMinute", life.restingHeartRate(date, now));
        CardioFitness fitness = life.cardioFitness(date, now);
        // One number: the middle of what Fitbit tells as a range.
        Double middle = fitness == null ? null : (fitness.from() + fitness.to()) / 2.0;
        number(json, "vo2MaxLowerMillilitresPerKilogramMinute", middle);
        number(json, "vo2MaxUpperMillilitresPerKilogramMinute", middle);
        NightVitals night = life.vitals(date, Measure.SKIN_TEMPERATURE, now).orElse(null);
        boolean hasBaseline =
                ChronoUnit.DAYS.between(life.firstDate(), date) >= knobs.skinBaselineAfterNights();
        number(
                json,
                "skinTemperatureDeviationCelsius",
                night != null && hasBaseline ? night.skinDeviation() : null);
        json.writeNullField("skinTemperatureSensor");
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
            json.writeNullField("bodyMassIndex");
            json.writeNullField("bodyFatPercent");
            // Google names devices; that somebody typed it is no device.
            json.writeStringField(
                    "device", weight.teller().equals(WeightLog.TYPED) ? null : weight.teller());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void whole(JsonGenerator json, String name, @Nullable Integer value)
            throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value)
            throws IOException {
        NightTruth.writeOrNull(json, name, value);
    }
}
