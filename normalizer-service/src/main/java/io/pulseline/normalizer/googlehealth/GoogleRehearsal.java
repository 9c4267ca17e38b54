package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A day that nobody lived. Mapping it once loads what the first real payloads would otherwise wait
 * for; it is never published.
 */
final class GoogleRehearsal {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final String DATE = "\"date\":{\"year\":2026,\"month\":1,\"day\":2}";
    private static final String AT_TEN =
            "\"sampleTime\":{\"physicalTime\":\"2026-01-02T10:00:00Z\",\"utcOffset\":\"0s\"}";
    private static final String EXERCISE =
            """
            {"name":"users/me/dataTypes/exercise/dataPoints/1","exercise":{
            "interval":{"startTime":"2026-01-02T10:00:00Z","startUtcOffset":"0s",
            "endTime":"2026-01-02T10:01:00Z","endUtcOffset":"0s"},"exerciseType":"WALKING",
            "metricsSummary":{"caloriesKcal":4,"distanceMillimeters":80000,"steps":"100",
            "heartRateZoneDurations":{"lightTime":"60s"}},"displayName":"Walk",
            "activeDuration":"60s"}}\
            """;
    private static final String TCX =
            """
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
            <Activities><Activity Sport="Other"><Id>2026-01-02T10:00:00Z</Id>
            <Lap StartTime="2026-01-02T10:00:00Z"><TotalTimeSeconds>60.0</TotalTimeSeconds><Track>
            <Trackpoint><Time>2026-01-02T10:00:00Z</Time><Position><LatitudeDegrees>0.0</LatitudeDegrees>
            <LongitudeDegrees>0.0</LongitudeDegrees></Position></Trackpoint></Track></Lap></Activity>
            </Activities></TrainingCenterDatabase>\
            """;
    private static final String SLEEP =
            """
            {"name":"users/me/dataTypes/sleep/dataPoints/2","sleep":{
            "interval":{"startTime":"2026-01-01T23:00:00Z","startUtcOffset":"0s",
            "endTime":"2026-01-01T23:01:30Z","endUtcOffset":"0s"},"type":"STAGES","stages":[
            {"startTime":"2026-01-01T23:00:00Z","endTime":"2026-01-01T23:01:30Z","type":"LIGHT"}],
            "metadata":{"processed":true,"mainSleep":true},
            "summary":{"minutesAsleep":"1","minutesAwake":"0"}}}\
            """;

    private GoogleRehearsal() {}

    /** A payload of a kind, whole and readable. */
    static PayloadCaptured of(String kind) {
        List<PayloadPart> parts = parts(kind);
        return isDated(kind)
                ? answer().dated(OpenSets.Provider.GOOGLE_HEALTH, kind, DAY, parts)
                : answer().thing(OpenSets.Provider.GOOGLE_HEALTH, kind, "GOOGLE_HEALTH:1", parts);
    }

    private static boolean isDated(String kind) {
        return !kind.equals(PayloadKind.ACTIVITY) && !kind.equals(PayloadKind.SLEEP);
    }

    private static List<PayloadPart> parts(String kind) {
        return switch (kind) {
            case PayloadKind.ACTIVITY ->
                    parts(
                            PartKind.EXERCISE,
                            EXERCISE,
                            PartKind.HEART_RATE,
                            sampled("heartRate", "\"beatsPerMinute\":\"90\""),
                            PartKind.TCX,
                            TCX);
            case PayloadKind.HEART_RATE ->
                    parts(PartKind.HEART_RATE, sampled("heartRate", "\"beatsPerMinute\":\"90\""));
            case PayloadKind.STEPS -> parts(PartKind.STEPS, steps());
            case PayloadKind.SLEEP -> parts(PartKind.SLEEP, SLEEP);
            case PayloadKind.HEART_RATE_VARIABILITY ->
                    parts(
                            PartKind.DAILY_HEART_RATE_VARIABILITY,
                            daily(
                                    "dailyHeartRateVariability",
                                    "\"averageHeartRateVariabilityMilliseconds\":30.5"),
                            PartKind.HEART_RATE_VARIABILITY,
                            sampled(
                                    "heartRateVariability",
                                    "\"rootMeanSquareOfSuccessiveDifferencesMilliseconds\":30.5"));
            case PayloadKind.RESPIRATORY_RATE ->
                    parts(
                            PartKind.DAILY_RESPIRATORY_RATE,
                            daily("dailyRespiratoryRate", "\"breathsPerMinute\":14.5"),
                            PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY,
                            sampled(
                                    "respiratoryRateSleepSummary",
                                    "\"fullSleepStats\":{\"breathsPerMinute\":14.5}"));
            case PayloadKind.OXYGEN_SATURATION ->
                    parts(
                            PartKind.DAILY_OXYGEN_SATURATION,
                            daily("dailyOxygenSaturation", "\"averagePercentage\":96.5"),
                            PartKind.OXYGEN_SATURATION,
                            sampled("oxygenSaturation", "\"percentage\":96.5"));
            case PayloadKind.DAILY_SUMMARY ->
                    parts(
                            PartKind.STEPS,
                            rolledUp("\"steps\":{\"countSum\":\"100\"}"),
                            PartKind.DAILY_VO2_MAX,
                            daily("dailyVo2Max", "\"vo2Max\":42.5"),
                            PartKind.WEIGHT,
                            sampled("weight", "\"weightGrams\":70000"));
            default -> throw new IllegalArgumentException("no rehearsal of kind " + kind);
        };
    }

    private static String daily(String key, String members) {
        return "{\"dataPoints\":[{\"%s\":{%s,%s}}]}".formatted(key, DATE, members);
    }

    private static String sampled(String key, String members) {
        return "{\"dataPoints\":[{\"%s\":{%s,%s}}]}".formatted(key, AT_TEN, members);
    }

    private static String rolledUp(String member) {
        return "{\"rollupDataPoints\":[{\"civilStartTime\":{%s,\"time\":{}},%s}]}"
                .formatted(DATE, member);
    }

    private static String steps() {
        return """
        {"dataPoints":[{"steps":{"interval":{"startTime":"2026-01-02T10:00:00Z",
        "endTime":"2026-01-02T10:01:00Z"},"count":"90"}}]}\
        """;
    }

    /** Kinds and bodies in turn. */
    private static List<PayloadPart> parts(String... kindsAndBodies) {
        List<PayloadPart> parts = new ArrayList<>();
        for (int i = 0; i < kindsAndBodies.length; i += 2) {
            byte[] body = kindsAndBodies[i + 1].getBytes(StandardCharsets.UTF_8);
            parts.add(answer().part(kindsAndBodies[i], "/v4/users/me/dataTypes", body));
        }
        return parts;
    }

    private static Answer answer() {
        Instant nextDay = DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Answer(
                new byte[0], DAY, ZoneOffset.UTC, null, "METRIC", new UUID(0, 0), nextDay);
    }
}
