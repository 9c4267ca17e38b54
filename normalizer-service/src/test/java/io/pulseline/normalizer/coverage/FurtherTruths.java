package io.pulseline.normalizer.coverage;

import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static io.pulseline.normalizer.googlehealth.Written.rollup;
import static io.pulseline.normalizer.googlehealth.Written.window;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.normalizer.OneTruth.Told;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.normalizer.googlehealth.GooglePayloads;

/**
 * What {@code OneTruth} leaves out because the two do not tell it alike: devices and apps, figures
 * that one of them rounds, zones with energy.
 */
final class FurtherTruths {
    private static final String DATE = "2026-05-14";

    private FurtherTruths() {}

    /** By a tracker that has a name, with energy by zone. */
    static Told walkWithATracker() {
        return new Told(
                Payloads.of()
                        .zone(null, "Europe/Berlin")
                        .log(
                                """
                                {"logId":88120407399,"activityName":"Walk","activityTypeId":90013,"logType":"tracker",
                                 "startTime":"2026-05-14T12:00:00.000+02:00","duration":720000,"calories":52,
                                 "source":{"id":"604417","name":"Charge 6","type":"tracker"},
                                 "heartRateZones":[
                                  {"name":"Out of Range","min":30,"max":112,"minutes":2,"caloriesOut":8.5},
                                  {"name":"Fat Burn","min":112,"max":137,"minutes":10,"caloriesOut":43.5}]}\
                                """)
                        .build(),
                GooglePayloads.ofThing(PayloadKind.ACTIVITY, "FITBIT:88120407399")
                        .part(
                                PartKind.EXERCISE,
                                """
                                {"name":"users/1/dataTypes/exercise/dataPoints/67","dataSource":{"platform":"FITBIT",
                                  "recordingMethod":"ACTIVELY_MEASURED","device":{"displayName":"Charge 6"}},
                                 "exercise":{"interval":{"startTime":"2026-05-14T10:00:00Z","startUtcOffset":"7200s",
                                   "endTime":"2026-05-14T10:12:00Z","endUtcOffset":"7200s"},"exerciseType":"WALKING",
                                  "displayName":"Walk","metricsSummary":{"caloriesKcal":52.25,
                                   "heartRateZoneDurations":{"lightTime":"125s","moderateTime":"595s"}}}}\
                                """)
                        .build());
    }

    /** By an app, which names itself. */
    static Told rideWithAnApp() {
        return new Told(
                Payloads.of()
                        .zone(null, "Europe/Berlin")
                        .log(
                                """
                                {"logId":88120407400,"activityName":"Bike","activityTypeId":90001,"logType":"mobile_run",
                                 "startTime":"2026-05-14T14:00:00.000+02:00","duration":600000,
                                 "source":{"id":"228VSR","name":"Ride Along","type":"app"}}\
                                """)
                        .build(),
                GooglePayloads.ofThing(PayloadKind.ACTIVITY, "FITBIT:88120407400")
                        .part(
                                PartKind.EXERCISE,
                                """
                                {"name":"users/1/dataTypes/exercise/dataPoints/68","dataSource":{
                                  "platform":"HEALTH_CONNECT","recordingMethod":"ACTIVELY_MEASURED",
                                  "application":{"packageName":"org.example.ride"}},
                                 "exercise":{"interval":{"startTime":"2026-05-14T12:00:00Z","startUtcOffset":"7200s",
                                   "endTime":"2026-05-14T12:10:00Z","endUtcOffset":"7200s"},"exerciseType":"BIKING",
                                  "displayName":"Bike"}}\
                                """)
                        .build());
    }

    /** Written down by the person, in an app. */
    static Told writtenNap() {
        return new Told(
                Payloads.ofKind(PayloadKind.SLEEP, "FITBIT:41890012399")
                        .zone(null, "Europe/Berlin")
                        .log(
                                """
                                {"dateOfSleep":"2026-05-14","duration":3600000,"efficiency":100,"isMainSleep":false,
                                 "logId":41890012399,"logType":"manual","startTime":"2026-05-14T13:00:00.000",
                                 "endTime":"2026-05-14T14:00:00.000","minutesAfterWakeup":0,"minutesAsleep":60,
                                 "minutesAwake":0,"minutesToFallAsleep":0,"timeInBed":60,"type":"classic"}\
                                """)
                        .build(),
                GooglePayloads.ofThing(PayloadKind.SLEEP, "FITBIT:41890012399")
                        .part(
                                PartKind.SLEEP,
                                """
                                {"name":"users/1/dataTypes/sleep/dataPoints/56","dataSource":{"recordingMethod":"MANUAL",
                                  "application":{"packageName":"org.example.sleep"}},
                                 "sleep":{"interval":{"startTime":"2026-05-14T11:00:00Z","startUtcOffset":"7200s",
                                   "endTime":"2026-05-14T12:00:00Z","endUtcOffset":"7200s"},"type":"CLASSIC",
                                  "metadata":{"processed":true},"summary":{"minutesInSleepPeriod":"60",
                                   "minutesAfterWakeUp":"0","minutesToFallAsleep":"0","minutesAsleep":"60",
                                   "minutesAwake":"0"}}}\
                                """)
                        .build());
    }

    /** In every stage, and as a whole a little slower than by stages. */
    static Told breathingInEveryStage() {
        return new Told(
                Payloads.ofDate(PayloadKind.RESPIRATORY_RATE, DATE)
                        .zone(null, "Europe/Berlin")
                        .answered(
                                PartKind.BREATHING_RATE_SUMMARY,
                                "{\"dateTime\":\"2026-05-14\",\"value\":{\"breathingRate\":14.2}}")
                        .answered(
                                PartKind.BREATHING_RATE_STAGES,
                                """
                                {"dateTime":"2026-05-14","value":{"deepSleepSummary":{"breathingRate":13.6},
                                 "remSleepSummary":{"breathingRate":15.1},"fullSleepSummary":{"breathingRate":14.3},
                                 "lightSleepSummary":{"breathingRate":14.4}}}\
                                """)
                        .build(),
                GooglePayloads.ofDate(PayloadKind.RESPIRATORY_RATE, DATE)
                        .part(
                                PartKind.DAILY_RESPIRATORY_RATE,
                                page(
                                        point(
                                                "dailyRespiratoryRate",
                                                on(DATE, "\"breathsPerMinute\":14.2"))))
                        .part(
                                PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY,
                                page(
                                        point(
                                                "respiratoryRateSleepSummary",
                                                at(
                                                        "2026-05-14T04:52:00Z",
                                                        "7200s",
                                                        """
                                                        "fullSleepStats":{"breathsPerMinute":14.3},
                                                        "deepSleepStats":{"breathsPerMinute":13.6},
                                                        "lightSleepStats":{"breathsPerMinute":14.4},
                                                        "remSleepStats":{"breathsPerMinute":15.1}\
                                                        """))))
                        .build());
    }

    /** With fractions that Fitbit leaves out. */
    static Told dayWithFractions() {
        return new Told(
                Payloads.ofDate(PayloadKind.DAILY_SUMMARY, DATE)
                        .zone(null, "Europe/Berlin")
                        .answered(PartKind.ACTIVITY_SUMMARY, "{\"summary\":{\"caloriesOut\":2315}}")
                        .answered(
                                PartKind.HEART_RATE_DAILY,
                                """
                                {"dateTime":"2026-05-14","value":{"heartRateZones":[
                                 {"name":"Out of Range","min":30,"max":112,"minutes":1170},
                                 {"name":"Fat Burn","min":112,"max":137,"minutes":41},
                                 {"name":"Cardio","min":137,"max":167,"minutes":8},
                                 {"name":"Peak","min":167,"max":220,"minutes":3}]}}\
                                """)
                        .answered(
                                PartKind.SKIN_TEMPERATURE,
                                """
                                {"dateTime":"2026-05-14","value":{"nightlyRelative":-0.3},"logType":"dedicated_temp_sensor"}\
                                """)
                        .build(),
                GooglePayloads.ofDate(PayloadKind.DAILY_SUMMARY, DATE)
                        .part(
                                PartKind.TOTAL_CALORIES,
                                rollup(window(DATE, "\"totalCalories\":{\"kcalSum\":2315.5}")))
                        .part(
                                PartKind.TIME_IN_HEART_RATE_ZONE,
                                rollup(
                                        window(
                                                DATE,
                                                """
                                                "timeInHeartRateZone":{"timeInHeartRateZones":[
                                                 {"heartRateZone":"LIGHT","duration":"70230s"},
                                                 {"heartRateZone":"MODERATE","duration":"2470s"},
                                                 {"heartRateZone":"VIGOROUS","duration":"480s"},
                                                 {"heartRateZone":"PEAK","duration":"185s"}]}\
                                                """)))
                        .part(
                                PartKind.DAILY_HEART_RATE_ZONES,
                                page(
                                        point(
                                                "dailyHeartRateZones",
                                                on(
                                                        DATE,
                                                        """
                                                        "heartRateZones":[
                                                         {"heartRateZoneType":"LIGHT","minBeatsPerMinute":"30","maxBeatsPerMinute":"111"},
                                                         {"heartRateZoneType":"MODERATE","minBeatsPerMinute":"112","maxBeatsPerMinute":"136"},
                                                         {"heartRateZoneType":"VIGOROUS","minBeatsPerMinute":"137","maxBeatsPerMinute":"166"},
                                                         {"heartRateZoneType":"PEAK","minBeatsPerMinute":"167","maxBeatsPerMinute":"219"}]\
                                                        """))))
                        .part(
                                PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS,
                                page(
                                        point(
                                                "dailySleepTemperatureDerivations",
                                                on(
                                                        DATE,
                                                        """
                                                        "nightlyTemperatureCelsius":34.16,"baselineTemperatureCelsius":34.5\
                                                        """))))
                        .build());
    }
}
