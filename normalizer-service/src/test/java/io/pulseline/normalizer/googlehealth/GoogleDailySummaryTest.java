package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.listed;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static io.pulseline.normalizer.googlehealth.Written.rollup;
import static io.pulseline.normalizer.googlehealth.Written.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleDailySummaryTest {
    private static final String DATE = "2026-05-14";

    @Test
    void rollupsOfTheDateGiveItsSums() {
        DailySummary day =
                summary(
                        day().part(
                                        PartKind.STEPS,
                                        rollup(
                                                window(DATE, "\"steps\":{\"countSum\":\"10412\"}"),
                                                window(
                                                        "2026-05-13",
                                                        "\"steps\":{\"countSum\":\"1\"}")))
                                .part(
                                        PartKind.DISTANCE,
                                        rollup(
                                                window(
                                                        DATE,
                                                        "\"distance\":{\"millimetersSum\":\"7912345\"}")))
                                .part(
                                        PartKind.FLOORS,
                                        rollup(window(DATE, "\"floors\":{\"countSum\":9}")))
                                .part(
                                        PartKind.ALTITUDE,
                                        rollup(
                                                window(
                                                        DATE,
                                                        "\"altitude\":{\"gainMillimetersSum\":\"27432\"}")))
                                .part(
                                        PartKind.TOTAL_CALORIES,
                                        rollup(
                                                window(
                                                        DATE,
                                                        "\"totalCalories\":{\"kcalSum\":2315.5}")))
                                .part(
                                        "active-energy-burned",
                                        rollup(
                                                window(
                                                        DATE,
                                                        "\"activeEnergyBurned\":{\"kcalSum\":812.25}")))
                                .part(
                                        PartKind.SEDENTARY_PERIOD,
                                        rollup(
                                                window(
                                                        DATE,
                                                        "\"sedentaryPeriod\":{\"durationSum\":\"28810s\"}"))));

        assertThat(day.getSteps()).isEqualTo(10_412);
        assertThat(day.getDistanceMetres()).isEqualTo(7912.345);
        assertThat(day.getFloors()).isEqualTo(9);
        assertThat(day.getElevationGainMetres()).isEqualTo(27.432);
        assertThat(day.getEnergyKilocalories()).isEqualTo(2315.5);
        // Without the basal part: another figure than the one that this field tells.
        assertThat(day.getActivityEnergyKilocalories()).isNull();
        assertThat(day.getBasalEnergyKilocalories()).isNull();
        assertThat(day.getSedentaryMinutes()).isEqualTo(480);
    }

    @Test
    void aWindowThatLeavesItsSumOutTellsZeroAndAMissingWindowTellsNothing() {
        DailySummary day =
                summary(
                        day().part(PartKind.STEPS, rollup(window(DATE, "\"steps\":{}")))
                                .part(
                                        PartKind.FLOORS,
                                        rollup(window("2026-05-13", "\"floors\":{}")))
                                .part(
                                        PartKind.ACTIVE_ZONE_MINUTES,
                                        rollup(
                                                window(
                                                        DATE,
                                                        "\"activeZoneMinutes\":{\"sumInCardioHeartZone\":\"10\"}")))
                                .part(
                                        PartKind.ACTIVE_MINUTES,
                                        rollup(
                                                window(
                                                        DATE,
                                                        """
                                                        "activeMinutes":{"activeMinutesRollupByActivityLevel":[
                                                         {"activityLevel":"LIGHT","activeMinutesSum":"180"},
                                                         {"activityLevel":"MODERATE"}]}\
                                                        """)))
                                .part(PartKind.ALTITUDE, "{}"));

        assertThat(day.getSteps()).isZero();
        assertThat(day.getFloors()).isNull();
        assertThat(day.getElevationGainMetres()).isNull();
        assertThat(day.getFatBurnActiveZoneMinutes()).isZero();
        assertThat(day.getCardioActiveZoneMinutes()).isEqualTo(10);
        assertThat(day.getActiveZoneMinutes()).isEqualTo(10);
        assertThat(day.getLightlyActiveMinutes()).isEqualTo(180);
        assertThat(day.getFairlyActiveMinutes()).isZero();
        assertThat(day.getVeryActiveMinutes()).isZero();
    }

    @Test
    void aDateOfWhichNothingIsToldIsAllNull() {
        Mapping mapping = GoogleMapped.of(day().part(PartKind.STEPS, "{}"));

        DailySummary day = GoogleMapped.only(mapping, DailySummary.class);
        assertThat(day.getSteps()).isNull();
        assertThat(day.getActiveZoneMinutes()).isNull();
        assertThat(day.getVeryActiveMinutes()).isNull();
        assertThat(day.getHeartRateZones()).isNull();
        assertThat(day.getWeights()).isNull();
        assertThat(mapping.oddities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A week.
                """
                {"civilStartTime":{"date":{"year":2026,"month":5,"day":14}},
                 "civilEndTime":{"date":{"year":2026,"month":5,"day":21}},"steps":{"countSum":"70000"}}\
                """,
                // Half a day.
                """
                {"civilStartTime":{"date":{"year":2026,"month":5,"day":14},"time":{"hours":12}},"steps":{"countSum":"7"}}\
                """,
                // A window of instants, as rollUp has them.
                """
                {"startTime":"2026-05-13T22:00:00Z","endTime":"2026-05-14T22:00:00Z","steps":{"countSum":"7"}}\
                """
            })
    void aWindowThatIsNotTheDateIsLeftOutAndCounted(String window) {
        Mapping mapping = GoogleMapped.of(day().part(PartKind.STEPS, rollup(window)));

        assertThat(GoogleMapped.only(mapping, DailySummary.class).getSteps()).isNull();
        assertThat(mapping.oddities()).containsEntry(Oddity.ROW_UNREADABLE, 1);
    }

    @Test
    void zonesHaveTheLimitsOfTheDateAndTheTimeSpentInThem() {
        DailySummary day =
                summary(
                        day().part(
                                        PartKind.DAILY_HEART_RATE_ZONES,
                                        page(
                                                point(
                                                        "dailyHeartRateZones",
                                                        on(
                                                                DATE,
                                                                """
                                                                "heartRateZones":[
                                                                {"heartRateZoneType":"PEAK","minBeatsPerMinute":"167","maxBeatsPerMinute":"220"},
                                                                {"heartRateZoneType":"LIGHT","minBeatsPerMinute":"30","maxBeatsPerMinute":"111"},
                                                                {"heartRateZoneType":"MODERATE","minBeatsPerMinute":"112","maxBeatsPerMinute":"136"},
                                                                {"heartRateZoneType":"VIGOROUS","minBeatsPerMinute":"137","maxBeatsPerMinute":"166"}]\
                                                                """))))
                                .part(
                                        PartKind.TIME_IN_HEART_RATE_ZONE,
                                        rollup(
                                                window(
                                                        DATE,
                                                        """
                                                        "timeInHeartRateZone":{"timeInHeartRateZones":[
                                                        {"heartRateZone":"LIGHT","duration":"70200s"},
                                                        {"heartRateZone":"VIGOROUS","duration":"90s"},
                                                        {"heartRateZone":"PEAK","duration":"0s"}]}\
                                                        """))));

        assertThat(day.getHeartRateZones())
                .containsExactly(
                        new HeartRateZone("LIGHT", 30, 112, 1170.0, null),
                        new HeartRateZone("MODERATE", 112, 137, null, null),
                        new HeartRateZone("VIGOROUS", 137, 167, 1.5, null),
                        new HeartRateZone("PEAK", 167, 220, 0.0, null));
    }

    @Test
    void timesWithoutLimitsAreZonesToo() {
        DailySummary day =
                summary(
                        day().part(
                                        PartKind.TIME_IN_HEART_RATE_ZONE,
                                        rollup(
                                                window(
                                                        DATE,
                                                        """
                                                        "timeInHeartRateZone":{"timeInHeartRateZones":[
                                                        {"heartRateZone":"PEAK","duration":"60s"},
                                                        {"heartRateZone":"LIGHT","duration":"120s"}]}\
                                                        """))));

        assertThat(day.getHeartRateZones())
                .containsExactly(
                        new HeartRateZone("LIGHT", null, null, 2.0, null),
                        new HeartRateZone("PEAK", null, null, 1.0, null));
    }

    @Test
    void dailyValuesOfTheDateAreTaken() {
        DailySummary day =
                summary(
                        day().part(
                                        PartKind.DAILY_RESTING_HEART_RATE,
                                        page(
                                                point(
                                                        "dailyRestingHeartRate",
                                                        on(
                                                                "2026-05-15",
                                                                "\"beatsPerMinute\":\"60\"")),
                                                point(
                                                        "dailyRestingHeartRate",
                                                        on(DATE, "\"beatsPerMinute\":\"53\""))))
                                .part(
                                        PartKind.DAILY_VO2_MAX,
                                        page(
                                                point(
                                                        "dailyVo2Max",
                                                        on(
                                                                DATE,
                                                                "\"vo2Max\":42.5,\"estimated\":true"))))
                                .part(
                                        PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS,
                                        page(
                                                point(
                                                        "dailySleepTemperatureDerivations",
                                                        on(
                                                                DATE,
                                                                """
                                                                "nightlyTemperatureCelsius":34.2012,
                                                                "baselineTemperatureCelsius":34.50153\
                                                                """)))));

        assertThat(day.getRestingHeartRateBeatsPerMinute()).isEqualTo(53);
        assertThat(day.getVo2MaxLowerMillilitresPerKilogramMinute()).isEqualTo(42.5);
        assertThat(day.getVo2MaxUpperMillilitresPerKilogramMinute()).isEqualTo(42.5);
        assertThat(day.getSkinTemperatureDeviationCelsius()).isEqualTo(-0.3);
        assertThat(day.getSkinTemperatureSensor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"baselineTemperatureCelsius\":\"NaN\""})
    void withoutABaselineThereIsNoDeviation(String baseline) {
        DailySummary day =
                summary(
                        day().part(
                                        PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS,
                                        page(
                                                point(
                                                        "dailySleepTemperatureDerivations",
                                                        on(
                                                                DATE,
                                                                "\"nightlyTemperatureCelsius\":34.2"
                                                                        + baseline)))));

        assertThat(day.getSkinTemperatureDeviationCelsius()).isNull();
    }

    @Test
    void ofSeveralSourcesOfADailyValueTheOneOnTheWristIsTaken() {
        DailySummary day =
                summary(
                        day().part(
                                        PartKind.DAILY_RESTING_HEART_RATE,
                                        page(
                                                listed(
                                                        Written.TRACKER,
                                                        "dailyRestingHeartRate",
                                                        on(DATE, "\"beatsPerMinute\":\"53\"")),
                                                listed(
                                                        Written.PHONE,
                                                        "dailyRestingHeartRate",
                                                        on(DATE, "\"beatsPerMinute\":\"71\"")))));

        assertThat(day.getRestingHeartRateBeatsPerMinute()).isEqualTo(53);
    }

    @Test
    void weightsOfTheDateStandInOrderOfTime() {
        String scale =
                "{\"device\":{\"formFactor\":\"SCALE\",\"displayName\":\"Aria Air\"},\"platform\":\"FITBIT\"}";
        String evening = weight(scale, "9", "2026-05-14T20:00:00.500Z", "70250");
        String morning =
                weight("{\"recordingMethod\":\"MANUAL\"}", "8", "2026-05-14T05:00:00Z", "69900.4");

        Mapping mapping =
                GoogleMapped.of(
                        day().part(
                                        PartKind.WEIGHT,
                                        page(
                                                weight(scale, "10", "2026-05-14T22:30:00Z", "1"),
                                                evening,
                                                morning))
                                .part(PartKind.WEIGHT, page(morning)));

        DailySummary day = GoogleMapped.only(mapping, DailySummary.class);
        assertThat(day.getWeights())
                .containsExactly(
                        new WeightMeasurement(
                                "8", millis("2026-05-14T05:00:00Z"), 69.9, null, null, null),
                        new WeightMeasurement(
                                "9",
                                millis("2026-05-14T20:00:00.500Z"),
                                70.25,
                                null,
                                null,
                                "Aria Air"));
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void aDateThatVanishedIsADeletedRecord() {
        DailySummary gone = summary(day().vanished());

        assertThat(gone.getDeleted()).isTrue();
        assertThat(gone.getLocalDate()).isEqualTo(DATE);
    }

    private static String weight(String source, String id, String instant, String grams) {
        return """
        {"name":"users/1/dataTypes/weight/dataPoints/%s","dataSource":%s,"weight":{%s}}\
        """
                .formatted(id, source, at(instant, "7200s", "\"weightGrams\":" + grams));
    }

    private static GooglePayloads day() {
        return GooglePayloads.ofDate(PayloadKind.DAILY_SUMMARY, DATE);
    }

    private static DailySummary summary(GooglePayloads payload) {
        return GoogleMapped.only(GoogleMapped.of(payload), DailySummary.class);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
