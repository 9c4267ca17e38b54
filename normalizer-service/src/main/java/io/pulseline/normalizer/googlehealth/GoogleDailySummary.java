package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.Units;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Google sums up for one local date: daily values (fact sheet 4.5, 4.6 and 4.9) and rollups by
 * date (1.7 and 4.4). A rollup that has the date leaves a sum of 0 out; one that lacks the date
 * says nothing of it, because nothing was worn or synced.
 */
final class GoogleDailySummary extends GoogleMapper {
    GoogleDailySummary() {
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
        addMovement(dated, day);
        addMinutes(dated, day);
        addActiveZoneMinutes(GoogleDates.rolledUp(dated, PartKind.ACTIVE_ZONE_MINUTES), day);
        addHeart(dated, day);
        addSkinTemperature(
                GoogleDates.daily(dated, PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS), day);
        day.setWeights(GoogleWeights.of(dated));
        return dated.mapping(day.build());
    }

    private static void addMovement(DatedPayload dated, DailySummary.Builder day) {
        day.setSteps(
                        GoogleJson.countOrZero(
                                GoogleDates.rolledUp(dated, PartKind.STEPS), "countSum"))
                .setDistanceMetres(
                        metres(GoogleDates.rolledUp(dated, PartKind.DISTANCE), "millimetersSum"))
                .setFloors(
                        GoogleJson.countOrZero(
                                GoogleDates.rolledUp(dated, PartKind.FLOORS), "countSum"))
                .setElevationGainMetres(
                        metres(
                                GoogleDates.rolledUp(dated, PartKind.ALTITUDE),
                                "gainMillimetersSum"))
                .setEnergyKilocalories(
                        GoogleJson.positive(
                                GoogleDates.rolledUp(dated, PartKind.TOTAL_CALORIES), "kcalSum"));
    }

    private static @Nullable Double metres(JsonNode rollup, String sum) {
        Double millimetres = GoogleJson.amountOrZero(rollup, sum);
        return millimetres == null ? null : Units.millimetresAsMetres(millimetres);
    }

    private static void addMinutes(DatedPayload dated, DailySummary.Builder day) {
        Duration sedentary =
                GoogleTimes.duration(
                        GoogleDates.rolledUp(dated, PartKind.SEDENTARY_PERIOD), "durationSum");
        if (sedentary != null && !sedentary.isNegative()) {
            day.setSedentaryMinutes(Math.toIntExact(Math.round(Units.minutes(sedentary))));
        }
        JsonNode active = GoogleDates.rolledUp(dated, PartKind.ACTIVE_MINUTES);
        day.setLightlyActiveMinutes(activeMinutes(active, "LIGHT"))
                .setFairlyActiveMinutes(activeMinutes(active, "MODERATE"))
                .setVeryActiveMinutes(activeMinutes(active, "VIGOROUS"));
    }

    /** A rollup lists the levels that occurred; one that did not has 0 minutes. */
    private static @Nullable Integer activeMinutes(JsonNode rollup, String level) {
        for (JsonNode entry : rollup.path("activeMinutesRollupByActivityLevel")) {
            if (level.equals(GoogleJson.word(entry, "activityLevel"))) {
                return GoogleJson.countOrZero(entry, "activeMinutesSum");
            }
        }
        return rollup.isObject() ? Integer.valueOf(0) : null;
    }

    /** Google tells no total. */
    private static void addActiveZoneMinutes(JsonNode rollup, DailySummary.Builder day) {
        Integer fatBurn = GoogleJson.countOrZero(rollup, "sumInFatBurnHeartZone");
        Integer cardio = GoogleJson.countOrZero(rollup, "sumInCardioHeartZone");
        Integer peak = GoogleJson.countOrZero(rollup, "sumInPeakHeartZone");
        day.setFatBurnActiveZoneMinutes(fatBurn)
                .setCardioActiveZoneMinutes(cardio)
                .setPeakActiveZoneMinutes(peak);
        if (fatBurn != null && cardio != null && peak != null) {
            day.setActiveZoneMinutes(Math.addExact(Math.addExact(fatBurn, cardio), peak));
        }
    }

    private static void addHeart(DatedPayload dated, DailySummary.Builder day) {
        Double vo2Max =
                GoogleJson.positive(GoogleDates.daily(dated, PartKind.DAILY_VO2_MAX), "vo2Max");
        day.setRestingHeartRateBeatsPerMinute(
                        GoogleJson.positive(
                                GoogleDates.daily(dated, PartKind.DAILY_RESTING_HEART_RATE),
                                "beatsPerMinute"))
                .setHeartRateZones(
                        GoogleZones.ofDate(
                                GoogleDates.daily(dated, PartKind.DAILY_HEART_RATE_ZONES),
                                GoogleDates.rolledUp(dated, PartKind.TIME_IN_HEART_RATE_ZONE)))
                .setVo2MaxLowerMillilitresPerKilogramMinute(vo2Max)
                .setVo2MaxUpperMillilitresPerKilogramMinute(vo2Max);
    }

    /** Google tells both temperatures; without a baseline, in the first weeks, none is known. */
    private static void addSkinTemperature(JsonNode night, DailySummary.Builder day) {
        Double nightly = GoogleJson.positive(night, "nightlyTemperatureCelsius");
        Double baseline = GoogleJson.positive(night, "baselineTemperatureCelsius");
        if (nightly != null && baseline != null) {
            day.setSkinTemperatureDeviationCelsius(Units.celsiusBetween(baseline, nightly));
        }
    }
}
