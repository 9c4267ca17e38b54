package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.source.ZoneSince;
import io.pulseline.contracts.wire.PartBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A walk of one minute that nobody took. Mapping it once loads what the first real payload would
 * otherwise wait for; it is never published.
 */
final class FitbitRehearsal {
    private static final String DAY = "2026-01-02";
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

    private FitbitRehearsal() {}

    /** The payload, whole and readable. */
    static PayloadCaptured payload() {
        String nobody = new UUID(0, 0).toString();
        return PayloadCaptured.newBuilder()
                .setPayloadId(nobody)
                .setUser(nobody)
                .setConnectionId(nobody)
                .setProvider(OpenSets.Provider.FITBIT)
                .setKind(PayloadKind.ACTIVITY)
                .setThingKey("FITBIT:1")
                .setCapturedEpochMillis(1)
                .setAcquisition(OpenSets.Acquisition.LIVE)
                .setCompleteness(OpenSets.Completeness.COMPLETE)
                .setZoneHistory(List.of(new ZoneSince(null, "UTC")))
                .setParts(
                        List.of(
                                part(PartKind.LOG, "/1/user/-/activities/list.json", LOG),
                                part(PartKind.HEART_RATE, heartRatePath(), HEART_RATE),
                                part(PartKind.TCX, "/1/user/-/activities/1.tcx", TCX)))
                .build();
    }

    private static String heartRatePath() {
        return "/1/user/-/activities/heart/date/"
                + DAY
                + "/"
                + DAY
                + "/1sec/time/10:00:00/10:01:00.json";
    }

    private static PayloadPart part(String kind, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return PayloadPart.newBuilder()
                .setKind(kind)
                .setRequestPath(path)
                .setFirstLocalDate(DAY)
                .setLastLocalDate(DAY)
                .setStatus(200)
                .setUnitSystem("METRIC")
                .setUncompressedBytes(bytes.length)
                .setZstd(PartBytes.compress(bytes))
                .build();
    }
}
