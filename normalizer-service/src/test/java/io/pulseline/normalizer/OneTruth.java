package io.pulseline.normalizer;

import static io.pulseline.normalizer.googlehealth.Written.TRACKER;
import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.counted;
import static io.pulseline.normalizer.googlehealth.Written.listed;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static io.pulseline.normalizer.googlehealth.Written.rollup;
import static io.pulseline.normalizer.googlehealth.Written.window;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.normalizer.googlehealth.GooglePayloads;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One life, told by both providers: a night, its vitals, an hour of heart rate, steps, a run and a
 * day in Berlin.
 */
public final class OneTruth {
    private static final ZoneOffset BERLIN = ZoneOffset.ofHours(2);
    private static final String DATE = "2026-05-14";

    /** As ingest's ledger has it: the key of the first sight, whichever provider shows it now. */
    private static final String THING = "FITBIT:88120407315";

    private record Stretch(int offsetSeconds, int seconds, String fitbit, String google) {}

    private static final Instant IN_BED = Instant.parse("2026-05-13T21:15:00Z");
    private static final List<Stretch> STAGES =
            List.of(
                    new Stretch(0, 600, "wake", "AWAKE"),
                    new Stretch(600, 2400, "light", "LIGHT"),
                    new Stretch(3000, 3600, "deep", "DEEP"),
                    new Stretch(6600, 1230, "rem", "REM"),
                    new Stretch(7830, 3570, "light", "LIGHT"));
    private static final List<Stretch> SHORT_AWAKENINGS =
            List.of(
                    new Stretch(1200, 30, "wake", "AWAKE"),
                    new Stretch(7950, 120, "wake", "AWAKE"));

    private OneTruth() {}

    /** The same, as each of them answers. */
    public record Told(PayloadCaptured fitbit, PayloadCaptured google) {}

    /** 12.5 minutes awake and 20.5 of REM, which Fitbit rounds to 12 and 21. */
    public static Told night() {
        PayloadCaptured fitbit =
                Payloads.ofKind(PayloadKind.SLEEP, THING)
                        .zone(null, "Europe/Berlin")
                        .log(
                                """
                                {"dateOfSleep":"2026-05-14","duration":11400000,"efficiency":91,"isMainSleep":true,
                                 "logId":41890012345,"logType":"auto_detected","startTime":"2026-05-13T23:15:00.000",
                                 "endTime":"2026-05-14T02:25:00.000","minutesAfterWakeup":0,"minutesAsleep":178,
                                 "minutesAwake":12,"minutesToFallAsleep":0,"timeInBed":190,"type":"stages","levels":{
                                 "data":[%s],"shortData":[%s],"summary":{"deep":{"count":1,"minutes":60},
                                 "light":{"count":4,"minutes":97},"rem":{"count":1,"minutes":21},
                                 "wake":{"count":3,"minutes":12}}}}\
                                """
                                        .formatted(levels(STAGES), levels(SHORT_AWAKENINGS)))
                        .build();
        PayloadCaptured google =
                GooglePayloads.ofThing(PayloadKind.SLEEP, THING)
                        .part(
                                PartKind.SLEEP,
                                """
                                {"name":"users/1/dataTypes/sleep/dataPoints/55","dataSource":%s,"sleep":{
                                 "interval":{"startTime":"2026-05-13T21:15:00Z","startUtcOffset":"7200s",
                                  "endTime":"2026-05-14T00:25:00Z","endUtcOffset":"7200s"},"type":"STAGES",
                                 "stages":[%s],"shortAwakenings":[%s],
                                 "metadata":{"stagesStatus":"SUCCEEDED","processed":true,"mainSleep":true},
                                 "summary":{"minutesInSleepPeriod":"190","minutesAfterWakeUp":"0",
                                  "minutesToFallAsleep":"0","minutesAsleep":"180","minutesAwake":"10"}}}\
                                """
                                        .formatted(
                                                TRACKER, stages(STAGES), stages(SHORT_AWAKENINGS)))
                        .build();
        return new Told(fitbit, google);
    }

    /** An hour of samples, 5 seconds apart, and what is covered after it. */
    public static Told hourOfHeartRate() {
        List<String> rows = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (int second = 0; second < 3600; second += 5) {
            Instant at = Instant.parse("2026-05-14T06:00:00Z").plusSeconds(second);
            int beats = 60 + second % 37;
            rows.add("%s=%d".formatted(time(at), beats));
            points.add(
                    listed(
                            TRACKER,
                            "heartRate",
                            at(
                                    at.toString(),
                                    "7200s",
                                    "\"beatsPerMinute\":\"%d\"".formatted(beats))));
        }
        PayloadCaptured fitbit =
                Payloads.ofDate(PayloadKind.HEART_RATE, DATE)
                        .zone(null, "Europe/Berlin")
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T08:20:00Z")
                        .heartRateRows(DATE, DATE, "00:00:00", rows.toArray(String[]::new))
                        .build();
        PayloadCaptured google =
                GooglePayloads.ofDate(PayloadKind.HEART_RATE, DATE)
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T08:20:00Z")
                        .part(PartKind.HEART_RATE, page(points.reversed().toArray(String[]::new)))
                        .build();
        return new Told(fitbit, google);
    }

    /** An hour and a quarter, by the minute. */
    public static Told steps() {
        List<String> rows = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (int minute = 0; minute < 75; minute++) {
            Instant at = Instant.parse("2026-05-14T06:00:00Z").plusSeconds(60L * minute);
            int count = minute % 4 == 0 ? 0 : minute;
            rows.add("{\"time\":\"%s\",\"value\":%d}".formatted(time(at), count));
            points.add(
                    listed(
                            TRACKER,
                            "steps",
                            counted(at.toString(), at.plusSeconds(60).toString(), count)));
        }
        PayloadCaptured fitbit =
                Payloads.ofDate(PayloadKind.STEPS, DATE)
                        .zone(null, "Europe/Berlin")
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T07:14:30Z")
                        .answered(
                                PartKind.STEPS,
                                """
                                {"activities-steps-intraday":{"dataset":[%s],"datasetInterval":1,"datasetType":"minute"}}\
                                """
                                        .formatted(String.join(",", rows)))
                        .build();
        PayloadCaptured google =
                GooglePayloads.ofDate(PayloadKind.STEPS, DATE)
                        .covering("2026-05-14T06:00:00Z", "2026-05-14T07:14:30Z")
                        .part(PartKind.STEPS, page(points.toArray(String[]::new)))
                        .build();
        return new Told(fitbit, google);
    }

    /** With three heartbeats, a lap and one point of a track. */
    public static Told run() {
        String tcx =
                """
                <TrainingCenterDatabase><Activities><Activity Sport="Running">
                <Lap StartTime="2026-05-14T18:03:20.000+02:00"><TotalTimeSeconds>1800</TotalTimeSeconds>
                <DistanceMeters>5012.3</DistanceMeters><Calories>312</Calories><Track>
                <Trackpoint><Time>2026-05-14T16:03:21Z</Time><Position><LatitudeDegrees>52.5</LatitudeDegrees>
                <LongitudeDegrees>13.4</LongitudeDegrees></Position><AltitudeMeters>34</AltitudeMeters>
                <DistanceMeters>3.1</DistanceMeters></Trackpoint></Track></Lap></Activity></Activities>
                </TrainingCenterDatabase>\
                """;
        PayloadCaptured fitbit =
                Payloads.of()
                        .zone(null, "Europe/Berlin")
                        .log(
                                """
                                {"logId":88120407315,"activityName":"Run","activityTypeId":90009,"logType":"tracker",
                                 "startTime":"2026-05-14T18:03:20.000+02:00","duration":1800000,
                                 "activeDuration":1750000,"calories":312,"steps":4820,"distance":5.0123,
                                 "distanceUnit":"Kilometer","elevationGain":23,"averageHeartRate":148,
                                 "heartRateZones":[{"name":"Out of Range","min":30,"max":112,"minutes":2},
                                  {"name":"Fat Burn","min":112,"max":137,"minutes":10},
                                  {"name":"Cardio","min":137,"max":167,"minutes":18},
                                  {"name":"Peak","min":167,"max":220,"minutes":0}]}\
                                """)
                        .heartRateRows(
                                DATE,
                                DATE,
                                "18:03:20",
                                "18:03:20=101",
                                "18:03:25=104",
                                "18:33:20=150")
                        .tcx(tcx)
                        .build();
        PayloadCaptured google =
                GooglePayloads.ofThing(PayloadKind.ACTIVITY, THING)
                        .part(
                                PartKind.EXERCISE,
                                """
                                {"name":"users/1/dataTypes/exercise/dataPoints/66","dataSource":%s,"exercise":{
                                 "interval":{"startTime":"2026-05-14T16:03:20Z","startUtcOffset":"7200s",
                                  "endTime":"2026-05-14T16:33:20Z","endUtcOffset":"7200s"},"exerciseType":"RUNNING",
                                 "displayName":"Run","activeDuration":"1750s","metricsSummary":{"caloriesKcal":312,
                                  "distanceMillimeters":5012300,"steps":"4820","elevationGainMillimeters":23000,
                                  "averageHeartRateBeatsPerMinute":"148","heartRateZoneDurations":{"lightTime":"120s",
                                  "moderateTime":"600s","vigorousTime":"1080s","peakTime":"0s"}}}}\
                                """
                                        .formatted(TRACKER))
                        .part(
                                PartKind.HEART_RATE,
                                page(
                                        beats("2026-05-14T16:33:20Z", 150),
                                        beats("2026-05-14T16:03:25Z", 104),
                                        beats("2026-05-14T16:03:20Z", 101)))
                        .part(PartKind.TCX, tcx)
                        .build();
        return new Told(fitbit, google);
    }

    /** Of a night: its average, its deep sleep, two intervals. */
    public static Told variability() {
        PayloadCaptured fitbit =
                Payloads.ofDate(PayloadKind.HEART_RATE_VARIABILITY, DATE)
                        .zone(null, "Europe/Berlin")
                        .answered(
                                PartKind.HRV_SUMMARY,
                                """
                                {"dateTime":"2026-05-14","value":{"dailyRmssd":42.5,"deepRmssd":48.9}}\
                                """)
                        .answered(
                                PartKind.HRV_INTRADAY,
                                """
                                {"dateTime":"2026-05-14","minutes":[
                                 {"minute":"2026-05-13T23:55:00.000","value":{"rmssd":41.25,"coverage":0.97,"hf":430.25,"lf":612.5}},
                                 {"minute":"2026-05-14T00:00:00.000","value":{"rmssd":40.5,"coverage":0.95,"hf":400.5,"lf":600.25}}]}\
                                """)
                        .build();
        String key = "rootMeanSquareOfSuccessiveDifferencesMilliseconds";
        PayloadCaptured google =
                GooglePayloads.ofDate(PayloadKind.HEART_RATE_VARIABILITY, DATE)
                        .part(
                                PartKind.DAILY_HEART_RATE_VARIABILITY,
                                page(
                                        point(
                                                "dailyHeartRateVariability",
                                                on(
                                                        DATE,
                                                        """
                                                        "averageHeartRateVariabilityMilliseconds":42.5,
                                                        "deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds":48.9\
                                                        """))))
                        .part(
                                PartKind.HEART_RATE_VARIABILITY,
                                page(
                                        point(
                                                "heartRateVariability",
                                                at(
                                                        "2026-05-13T22:00:00Z",
                                                        "7200s",
                                                        """
                                                        "%s":40.5,"metadata":{"highFrequencyPower":400.5,"lowFrequencyPower":600.25}\
                                                        """
                                                                .formatted(key))),
                                        point(
                                                "heartRateVariability",
                                                at(
                                                        "2026-05-13T21:55:00Z",
                                                        "7200s",
                                                        """
                                                        "%s":41.25,"metadata":{"highFrequencyPower":430.25,"lowFrequencyPower":612.5}\
                                                        """
                                                                .formatted(key)))))
                        .build();
        return new Told(fitbit, google);
    }

    /** Of a night: its average and two minutes. */
    public static Told oxygenSaturation() {
        PayloadCaptured fitbit =
                Payloads.ofDate(PayloadKind.OXYGEN_SATURATION, DATE)
                        .zone(null, "Europe/Berlin")
                        .answered(
                                PartKind.SPO2_SUMMARY,
                                """
                                {"dateTime":"2026-05-14","value":{"avg":96.5,"min":93.1,"max":99}}\
                                """)
                        .answered(
                                PartKind.SPO2_INTRADAY,
                                """
                                {"dateTime":"2026-05-14","minutes":[{"minute":"2026-05-13T23:59:00","value":96.6},
                                 {"minute":"2026-05-14T00:00:00","value":95.8}]}\
                                """)
                        .build();
        PayloadCaptured google =
                GooglePayloads.ofDate(PayloadKind.OXYGEN_SATURATION, DATE)
                        .part(
                                PartKind.DAILY_OXYGEN_SATURATION,
                                page(
                                        point(
                                                "dailyOxygenSaturation",
                                                on(
                                                        DATE,
                                                        """
                                                        "averagePercentage":96.5,"lowerBoundPercentage":94,"upperBoundPercentage":98\
                                                        """))))
                        .part(
                                PartKind.OXYGEN_SATURATION,
                                page(
                                        point(
                                                "oxygenSaturation",
                                                at(
                                                        "2026-05-13T22:00:00Z",
                                                        "7200s",
                                                        "\"percentage\":95.8")),
                                        point(
                                                "oxygenSaturation",
                                                at(
                                                        "2026-05-13T21:59:00Z",
                                                        "7200s",
                                                        "\"percentage\":96.6"))))
                        .build();
        return new Told(fitbit, google);
    }

    /** Of a night: as a whole and by stage, but for REM. */
    public static Told breathing() {
        PayloadCaptured fitbit =
                Payloads.ofDate(PayloadKind.RESPIRATORY_RATE, DATE)
                        .zone(null, "Europe/Berlin")
                        .answered(
                                PartKind.BREATHING_RATE_SUMMARY,
                                "{\"dateTime\":\"2026-05-14\",\"value\":{\"breathingRate\":14.2}}")
                        .answered(
                                PartKind.BREATHING_RATE_STAGES,
                                """
                                {"dateTime":"2026-05-14","value":{"deepSleepSummary":{"breathingRate":13.6},
                                 "remSleepSummary":{"breathingRate":-1},"fullSleepSummary":{"breathingRate":14.2},
                                 "lightSleepSummary":{"breathingRate":14.4}}}\
                                """)
                        .build();
        PayloadCaptured google =
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
                                                        "fullSleepStats":{"breathsPerMinute":14.2},
                                                        "deepSleepStats":{"breathsPerMinute":13.6},
                                                        "lightSleepStats":{"breathsPerMinute":14.4},
                                                        "remSleepStats":{"breathsPerMinute":0}\
                                                        """))))
                        .build();
        return new Told(fitbit, google);
    }

    /** What both sum up of a date. */
    public static Told day() {
        return new Told(dayOfFitbit(), dayOfGoogle());
    }

    private static PayloadCaptured dayOfFitbit() {
        return Payloads.ofDate(PayloadKind.DAILY_SUMMARY, DATE)
                .zone(null, "Europe/Berlin")
                .answered(
                        PartKind.ACTIVITY_SUMMARY,
                        """
                        {"summary":{"steps":10412,"distances":[{"activity":"total","distance":7.9123}],
                         "caloriesOut":2315,"caloriesBMR":1600,"activityCalories":812,"floors":9,"elevation":27.432,
                         "sedentaryMinutes":480,"lightlyActiveMinutes":180,"fairlyActiveMinutes":25,
                         "veryActiveMinutes":0}}\
                        """)
                .answered(
                        PartKind.HEART_RATE_DAILY,
                        """
                        {"dateTime":"2026-05-14","value":{"restingHeartRate":53,"heartRateZones":[
                         {"name":"Out of Range","min":30,"max":112,"minutes":1170,"caloriesOut":1500.5},
                         {"name":"Fat Burn","min":112,"max":137,"minutes":41,"caloriesOut":300},
                         {"name":"Cardio","min":137,"max":167,"minutes":8,"caloriesOut":90},
                         {"name":"Peak","min":167,"max":220,"minutes":0,"caloriesOut":0}]}}\
                        """)
                .answered(
                        PartKind.ACTIVE_ZONE_MINUTES,
                        """
                        {"dateTime":"2026-05-14","value":{"activeZoneMinutes":57,"fatBurnActiveZoneMinutes":41,
                         "cardioActiveZoneMinutes":16,"peakActiveZoneMinutes":0}}\
                        """)
                .answered(
                        PartKind.CARDIO_FITNESS,
                        "{\"dateTime\":\"2026-05-14\",\"value\":{\"vo2Max\":\"42-46\"}}")
                .answered(
                        PartKind.SKIN_TEMPERATURE,
                        "{\"dateTime\":\"2026-05-14\",\"value\":{\"nightlyRelative\":-0.3}}")
                .answered(
                        PartKind.WEIGHT,
                        """
                        {"date":"2026-05-14","time":"07:00:05","weight":70.25,"bmi":22.4,"fat":18.5,
                         "logId":1778734805000,"source":"Aria Air"}\
                        """)
                .build();
    }

    private static PayloadCaptured dayOfGoogle() {
        return GooglePayloads.ofDate(PayloadKind.DAILY_SUMMARY, DATE)
                .part(PartKind.STEPS, sum("\"steps\":{\"countSum\":\"10412\"}"))
                .part(PartKind.DISTANCE, sum("\"distance\":{\"millimetersSum\":\"7912300\"}"))
                .part(PartKind.TOTAL_CALORIES, sum("\"totalCalories\":{\"kcalSum\":2315}"))
                .part(PartKind.FLOORS, sum("\"floors\":{\"countSum\":\"9\"}"))
                .part(PartKind.ALTITUDE, sum("\"altitude\":{\"gainMillimetersSum\":\"27432\"}"))
                .part(
                        PartKind.SEDENTARY_PERIOD,
                        sum("\"sedentaryPeriod\":{\"durationSum\":\"28800s\"}"))
                .part(
                        PartKind.ACTIVE_MINUTES,
                        sum(
                                """
                                "activeMinutes":{"activeMinutesRollupByActivityLevel":[
                                 {"activityLevel":"LIGHT","activeMinutesSum":"180"},
                                 {"activityLevel":"MODERATE","activeMinutesSum":"25"}]}\
                                """))
                .part(
                        PartKind.ACTIVE_ZONE_MINUTES,
                        sum(
                                """
                                "activeZoneMinutes":{"sumInFatBurnHeartZone":"41","sumInCardioHeartZone":"16"}\
                                """))
                .part(
                        PartKind.TIME_IN_HEART_RATE_ZONE,
                        sum(
                                """
                                "timeInHeartRateZone":{"timeInHeartRateZones":[
                                 {"heartRateZone":"LIGHT","duration":"70200s"},
                                 {"heartRateZone":"MODERATE","duration":"2460s"},
                                 {"heartRateZone":"VIGOROUS","duration":"480s"},
                                 {"heartRateZone":"PEAK","duration":"0s"}]}\
                                """))
                .part(
                        PartKind.DAILY_HEART_RATE_ZONES,
                        told(
                                "dailyHeartRateZones",
                                """
                                "heartRateZones":[
                                 {"heartRateZoneType":"LIGHT","minBeatsPerMinute":"30","maxBeatsPerMinute":"111"},
                                 {"heartRateZoneType":"MODERATE","minBeatsPerMinute":"112","maxBeatsPerMinute":"136"},
                                 {"heartRateZoneType":"VIGOROUS","minBeatsPerMinute":"137","maxBeatsPerMinute":"166"},
                                 {"heartRateZoneType":"PEAK","minBeatsPerMinute":"167","maxBeatsPerMinute":"220"}]\
                                """))
                .part(
                        PartKind.DAILY_RESTING_HEART_RATE,
                        told("dailyRestingHeartRate", "\"beatsPerMinute\":\"53\""))
                .part(PartKind.DAILY_VO2_MAX, told("dailyVo2Max", "\"vo2Max\":44.2"))
                .part(
                        PartKind.DAILY_SLEEP_TEMPERATURE_DERIVATIONS,
                        told(
                                "dailySleepTemperatureDerivations",
                                """
                                "nightlyTemperatureCelsius":34.2,"baselineTemperatureCelsius":34.5\
                                """))
                .part(
                        PartKind.WEIGHT,
                        page(
                                """
                                {"name":"users/1/dataTypes/weight/dataPoints/1778734805000",
                                 "dataSource":{"device":{"displayName":"Aria Air","formFactor":"SCALE"}},
                                 "weight":{%s}}\
                                """
                                        .formatted(
                                                at(
                                                        "2026-05-14T05:00:05Z",
                                                        "7200s",
                                                        "\"weightGrams\":70250"))))
                .build();
    }

    private static String sum(String member) {
        return rollup(window(DATE, member));
    }

    private static String told(String key, String members) {
        return page(point(key, on(DATE, members)));
    }

    private static String beats(String instant, int beatsPerMinute) {
        return listed(
                TRACKER,
                "heartRate",
                at(instant, "7200s", "\"beatsPerMinute\":\"%d\"".formatted(beatsPerMinute)));
    }

    private static String levels(List<Stretch> stretches) {
        List<String> rows = new ArrayList<>();
        for (Stretch stretch : stretches) {
            rows.add(
                    "{\"dateTime\":\"%s\",\"level\":\"%s\",\"seconds\":%d}"
                            .formatted(
                                    IN_BED.plusSeconds(stretch.offsetSeconds())
                                            .atOffset(BERLIN)
                                            .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                                    stretch.fitbit(),
                                    stretch.seconds()));
        }
        return String.join(",", rows);
    }

    private static String stages(List<Stretch> stretches) {
        List<String> rows = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Instant from = IN_BED.plusSeconds(stretch.offsetSeconds());
            rows.add(
                    "{\"startTime\":\"%s\",\"endTime\":\"%s\",\"type\":\"%s\"}"
                            .formatted(
                                    from, from.plusSeconds(stretch.seconds()), stretch.google()));
        }
        return String.join(",", rows);
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(at.atOffset(BERLIN));
    }
}
