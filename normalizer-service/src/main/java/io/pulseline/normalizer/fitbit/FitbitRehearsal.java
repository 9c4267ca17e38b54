package io.pulseline.normalizer.fitbit;

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
final class FitbitRehearsal {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final String LOG =
            """
            {"logId":1,"activityName":"Walk","activityTypeId":90013,"startTime":"2026-01-02T10:00:00.000Z",
            "duration":60000,"activeDuration":60000,"calories":4,"steps":100,"distance":0.08,
            "distanceUnit":"Kilometer","logType":"tracker",
            "heartRateZones":[{"name":"Out of Range","min":30,"max":220,"minutes":1}]}\
            """;
    private static final String HEART_RATE =
            """
            {"activities-heart-intraday":{"dataset":[{"time":"10:00:00","value":90},
            {"time":"10:00:30","value":95}],"datasetInterval":1,"datasetType":"second"}}\
            """;
    private static final String TCX =
            """
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
            <Activities><Activity Sport="Other"><Id>2026-01-02T10:00:00.000Z</Id>
            <Lap StartTime="2026-01-02T10:00:00.000Z"><TotalTimeSeconds>60.0</TotalTimeSeconds><Track>
            <Trackpoint><Time>2026-01-02T10:00:00.000Z</Time><Position><LatitudeDegrees>0.0</LatitudeDegrees>
            <LongitudeDegrees>0.0</LongitudeDegrees></Position></Trackpoint></Track></Lap></Activity>
            </Activities></TrainingCenterDatabase>\
            """;
    private static final String STEPS =
            """
            {"activities-steps-intraday":{"dataset":[{"time":"10:00:00","value":90}],
            "datasetInterval":1,"datasetType":"minute"}}\
            """;
    private static final String SLEEP =
            """
            {"logId":2,"dateOfSleep":"2026-01-02","startTime":"2026-01-01T23:00:00.000","duration":90000,
            "type":"stages","levels":{"data":[
            {"dateTime":"2026-01-01T23:00:00.000","level":"light","seconds":90}],
            "shortData":[{"dateTime":"2026-01-01T23:00:30.000","level":"wake","seconds":30}],
            "summary":{"light":{"count":1,"minutes":1}}}}\
            """;
    private static final String HRV =
            """
            {"dateTime":"2026-01-02","value":{"dailyRmssd":30.5},"minutes":[
            {"minute":"2026-01-02T01:00:00.000","value":{"rmssd":30.5,"coverage":0.9,"hf":1.5,"lf":2.5}}]}\
            """;
    private static final String BREATHING_RATE =
            """
            {"dateTime":"2026-01-02","value":{"breathingRate":14.5,
            "fullSleepSummary":{"breathingRate":14.5}}}\
            """;
    private static final String SPO2 =
            """
            {"dateTime":"2026-01-02","value":{"avg":96.5},
            "minutes":[{"minute":"2026-01-02T01:00:00","value":96.5}]}\
            """;
    private static final String ACTIVITY_SUMMARY =
            """
            {"summary":{"steps":100,"distances":[{"activity":"total","distance":0.08}]}}\
            """;
    private static final String CARDIO_FITNESS =
            """
            {"dateTime":"2026-01-02","value":{"vo2Max":"42-46"}}\
            """;

    private FitbitRehearsal() {}

    /** A payload of a kind, whole and readable. */
    static PayloadCaptured of(String kind) {
        List<PayloadPart> parts = parts(kind);
        return isDated(kind)
                ? answer().dated(OpenSets.Provider.FITBIT, kind, DAY, parts)
                : answer().thing(OpenSets.Provider.FITBIT, kind, "FITBIT:1", parts);
    }

    private static boolean isDated(String kind) {
        return !kind.equals(PayloadKind.ACTIVITY) && !kind.equals(PayloadKind.SLEEP);
    }

    private static List<PayloadPart> parts(String kind) {
        return switch (kind) {
            case PayloadKind.ACTIVITY ->
                    parts(PartKind.LOG, LOG, PartKind.HEART_RATE, HEART_RATE, PartKind.TCX, TCX);
            case PayloadKind.HEART_RATE -> parts(PartKind.HEART_RATE, HEART_RATE);
            case PayloadKind.STEPS -> parts(PartKind.STEPS, STEPS);
            case PayloadKind.SLEEP -> parts(PartKind.LOG, SLEEP);
            case PayloadKind.HEART_RATE_VARIABILITY ->
                    parts(PartKind.HRV_SUMMARY, HRV, PartKind.HRV_INTRADAY, HRV);
            case PayloadKind.RESPIRATORY_RATE ->
                    parts(
                            PartKind.BREATHING_RATE_SUMMARY,
                            BREATHING_RATE,
                            PartKind.BREATHING_RATE_STAGES,
                            BREATHING_RATE);
            case PayloadKind.OXYGEN_SATURATION ->
                    parts(PartKind.SPO2_SUMMARY, SPO2, PartKind.SPO2_INTRADAY, SPO2);
            case PayloadKind.DAILY_SUMMARY ->
                    parts(
                            PartKind.ACTIVITY_SUMMARY,
                            ACTIVITY_SUMMARY,
                            PartKind.CARDIO_FITNESS,
                            CARDIO_FITNESS);
            default -> throw new IllegalArgumentException("no rehearsal of kind " + kind);
        };
    }

    /** Kinds and bodies in turn. */
    private static List<PayloadPart> parts(String... kindsAndBodies) {
        List<PayloadPart> parts = new ArrayList<>();
        for (int i = 0; i < kindsAndBodies.length; i += 2) {
            byte[] body = kindsAndBodies[i + 1].getBytes(StandardCharsets.UTF_8);
            parts.add(answer().part(kindsAndBodies[i], "/1sec/time/10:00/10:01.json", body));
        }
        return parts;
    }

    private static Answer answer() {
        Instant nextDay = DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Answer(
                new byte[0], DAY, ZoneOffset.UTC, null, "METRIC", new UUID(0, 0), nextDay);
    }
}
