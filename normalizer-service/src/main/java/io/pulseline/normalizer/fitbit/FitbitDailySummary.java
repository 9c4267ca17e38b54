package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Fitbit sums up for one local date, from up to six endpoints. Resting heart rate and zones
 * come from the heart-rate series, which is the fresher one; the activity summary has them too.
 */
final class FitbitDailySummary extends FitbitMapper {
    /** {@code 42-46}, or {@code 44} where GPS runs made it a number. */
    private static final Pattern VO2_MAX =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:-\\s*(\\d+(?:\\.\\d+)?)\\s*)?");

    FitbitDailySummary() {
        super(PayloadKind.DAILY_SUMMARY);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.DAILY_SUMMARY);
        DailySummary.Builder day =
                DailySummary.newBuilder()
                        .setProvenance(dated.frame().sensed())
                        .setLocalDate(dated.date().toString());
        if (dated.parts().tellVanished()) {
            return dated.vanished(day.build());
        }
        addActivity(dated, day);
        addHeartRate(dated, day);
        addActiveZoneMinutes(entry(dated, PartKind.ACTIVE_ZONE_MINUTES).path("value"), day);
        addCardioFitness(entry(dated, PartKind.CARDIO_FITNESS).path("value"), day);
        addSkinTemperature(dated, day);
        day.setWeights(FitbitWeights.of(dated));
        return dated.mapping(day.build());
    }

    private static JsonNode entry(DatedPayload dated, String kind) {
        return dated.parts()
                .latest(kind)
                .map(part -> FitbitDocuments.entry(part, dated.date()))
                .orElse(MissingNode.getInstance());
    }

    private static FitbitUnits units(DatedPayload dated, String kind) {
        return dated.parts()
                .latest(kind)
                .map(part -> FitbitUnits.of(part.getUnitSystem()))
                .orElse(FitbitUnits.METRIC);
    }

    private static void addActivity(DatedPayload dated, DailySummary.Builder day) {
        PayloadPart part = dated.parts().latest(PartKind.ACTIVITY_SUMMARY).orElse(null);
        if (part == null) {
            return;
        }
        JsonNode summary = FitbitDocuments.entry(part, dated.date()).path("summary");
        if (!summary.isObject()) {
            throw new UnmappableException("activity-summary part has no summary");
        }
        FitbitUnits units = FitbitUnits.of(part.getUnitSystem());
        day.setSteps(FitbitJson.count(summary, "steps"))
                .setDistanceMetres(units.metres(totalDistance(summary)))
                .setEnergyKilocalories(FitbitJson.amount(summary, "caloriesOut"))
                .setBasalEnergyKilocalories(FitbitJson.amount(summary, "caloriesBMR"))
                .setActivityEnergyKilocalories(FitbitJson.amount(summary, "activityCalories"))
                .setFloors(FitbitJson.count(summary, "floors"))
                .setElevationGainMetres(units.heightMetres(FitbitJson.amount(summary, "elevation")))
                .setSedentaryMinutes(FitbitJson.count(summary, "sedentaryMinutes"))
                .setLightlyActiveMinutes(FitbitJson.count(summary, "lightlyActiveMinutes"))
                .setFairlyActiveMinutes(FitbitJson.count(summary, "fairlyActiveMinutes"))
                .setVeryActiveMinutes(FitbitJson.count(summary, "veryActiveMinutes"))
                .setRestingHeartRateBeatsPerMinute(FitbitJson.positive(summary, "restingHeartRate"))
                .setHeartRateZones(FitbitZones.of(summary));
    }

    private static @Nullable Double totalDistance(JsonNode summary) {
        for (JsonNode distance : summary.path("distances")) {
            if ("total".equals(JsonParts.text(distance, "activity"))) {
                return FitbitJson.amount(distance, "distance");
            }
        }
        return null;
    }

    /** The first block has two shapes: members in {@code value}, or beside it. */
    private static void addHeartRate(DatedPayload dated, DailySummary.Builder day) {
        JsonNode entry = entry(dated, PartKind.HEART_RATE_DAILY);
        JsonNode members = entry.path("value").isObject() ? entry.path("value") : entry;
        Double resting = FitbitJson.positive(members, "restingHeartRate");
        if (resting != null) {
            day.setRestingHeartRateBeatsPerMinute(resting);
        }
        List<HeartRateZone> zones = FitbitZones.of(members);
        if (zones != null) {
            day.setHeartRateZones(zones);
        }
    }

    private static void addActiveZoneMinutes(JsonNode value, DailySummary.Builder day) {
        day.setActiveZoneMinutes(FitbitJson.count(value, "activeZoneMinutes"))
                .setFatBurnActiveZoneMinutes(FitbitJson.count(value, "fatBurnActiveZoneMinutes"))
                .setCardioActiveZoneMinutes(FitbitJson.count(value, "cardioActiveZoneMinutes"))
                .setPeakActiveZoneMinutes(FitbitJson.count(value, "peakActiveZoneMinutes"));
    }

    private static void addCardioFitness(JsonNode value, DailySummary.Builder day) {
        JsonNode range = value.path("vo2Max");
        if (!range.isValueNode() || range.isNull()) {
            return;
        }
        Matcher numbers = VO2_MAX.matcher(range.asText());
        if (!numbers.matches()) {
            throw new UnmappableException(
                    "cardio-fitness part has a vo2Max that is neither a number nor a range");
        }
        String upper = numbers.group(2) == null ? numbers.group(1) : numbers.group(2);
        day.setVo2MaxLowerMillilitresPerKilogramMinute(Double.valueOf(numbers.group(1)))
                .setVo2MaxUpperMillilitresPerKilogramMinute(Double.valueOf(upper));
    }

    private static void addSkinTemperature(DatedPayload dated, DailySummary.Builder day) {
        JsonNode entry = entry(dated, PartKind.SKIN_TEMPERATURE);
        Double deviation = FitbitJson.signed(entry.path("value"), "nightlyRelative");
        day.setSkinTemperatureDeviationCelsius(
                        units(dated, PartKind.SKIN_TEMPERATURE).celsiusSteps(deviation))
                .setSkinTemperatureSensor(sensor(JsonParts.text(entry, "logType")));
    }

    /** Sensors of tomorrow pass through. */
    private static @Nullable String sensor(@Nullable String logType) {
        return switch (logType) {
            case null -> null;
            case "dedicated_temp_sensor" -> "DEDICATED";
            case "other_sensors" -> "OTHER";
            default -> logType.toUpperCase(Locale.ROOT);
        };
    }
}
