package io.pulseline.pipeline.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import io.pulseline.pipeline.upload.file.FitWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of other devices and apps; ten seconds from point to point. */
final class Files {
    private static final int SECONDS_PER_POINT = 10;
    private static final ObjectMapper OBJECTS = new ObjectMapper();

    /** Mean radius of the earth, IUGG. */
    private static final double EARTH_METRES = 6_371_008.8;

    private Files() {}

    static String mediaType(Source source) {
        return switch (source) {
            case FIT -> "application/vnd.ant.fit";
            case TCX -> "application/vnd.garmin.tcx+xml";
            case GPX -> "application/gpx+xml";
            case JSON -> "application/json";
            case FITBIT -> throw new AssertionError("a Fitbit writes no files");
        };
    }

    static byte[] of(Workout workout) {
        return switch (workout.source()) {
            case FIT -> fit(workout);
            case TCX -> tcx(workout);
            case GPX -> gpx(workout);
            case JSON -> json(workout);
            case FITBIT -> throw new AssertionError("a Fitbit writes no files");
        };
    }

    /** A watch without a heart-rate sensor in the gym. */
    private static byte[] fit(Workout workout) {
        Instant start = workout.startedAt();
        SessionMesg session =
                FitWriter.session(
                        start, workout.seconds(), Sport.TRAINING, SubSport.STRENGTH_TRAINING);
        session.setSportProfileName(workout.title());
        return FitWriter.activity(start)
                .with(session)
                .end(workout.endedAt(), workout.start().getOffset().getTotalSeconds())
                .bytes();
    }

    private static byte[] tcx(Workout workout) {
        String points =
                eachPoint(
                        workout,
                        second ->
                                """
                                <Trackpoint><Time>%s</Time><DistanceMeters>%s</DistanceMeters>\
                                <HeartRateBpm><Value>%d</Value></HeartRateBpm></Trackpoint>
                                """
                                        .formatted(
                                                workout.startedAt().plusSeconds(second),
                                                workout.centimetresPerSecond() * second / 100.0,
                                                workout.beatsPerMinute()));
        return """
        <TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>%1$s</Id>
        <Lap StartTime="%1$s"><TotalTimeSeconds>%2$d</TotalTimeSeconds>
        <DistanceMeters>%3$s</DistanceMeters><Track>%4$s</Track></Lap>
        </Activity></Activities></TrainingCenterDatabase>
        """
                .formatted(workout.startedAt(), workout.seconds(), workout.metres(), points)
                .getBytes(UTF_8);
    }

    /** Straight to the north. */
    private static byte[] gpx(Workout workout) {
        String points =
                eachPoint(
                        workout,
                        second ->
                                String.format(
                                        Locale.ROOT,
                                        "<trkpt lat='%.12f' lon='13.4'><time>%s</time>"
                                                + "<extensions><hr>%d</hr></extensions></trkpt>",
                                        52 + degrees(workout, second),
                                        workout.startedAt().plusSeconds(second),
                                        workout.beatsPerMinute()));
        return """
        <gpx><trk><name>%s</name><type>walking</type><trkseg>%s</trkseg></trk></gpx>
        """
                .formatted(workout.title(), points)
                .getBytes(UTF_8);
    }

    private static double degrees(Workout workout, int second) {
        return Math.toDegrees(workout.centimetresPerSecond() * second / 100.0 / EARTH_METRES);
    }

    private static String eachPoint(Workout workout, IntFunction<String> point) {
        return IntStream.rangeClosed(0, workout.seconds() / SECONDS_PER_POINT)
                .mapToObj(number -> point.apply(number * SECONDS_PER_POINT))
                .collect(Collectors.joining());
    }

    /** An app; only swimming has a sensor. */
    private static byte[] json(Workout workout) {
        ObjectNode json =
                OBJECTS.createObjectNode()
                        .put("thingKey", "play-" + workout.number())
                        .put("title", workout.title())
                        .put("activityType", workout.type())
                        .put("startEpochMillis", workout.startedAt().toEpochMilli())
                        .put("elapsedMilliseconds", workout.seconds() * 1_000L);
        if (workout.hasDistance()) {
            json.put("distanceMetres", workout.metres());
            json.set("heartRate", heartRate(workout));
        }
        json.putObject("provenance").put("recordingMethod", "SENSED");
        return json.toString().getBytes(UTF_8);
    }

    private static JsonNode heartRate(Workout workout) {
        List<Integer> offsets =
                IntStream.rangeClosed(0, workout.seconds() / SECONDS_PER_POINT)
                        .map(point -> point * SECONDS_PER_POINT * 1_000)
                        .boxed()
                        .toList();
        ObjectNode samples =
                OBJECTS.createObjectNode()
                        .put("startEpochMillis", workout.startedAt().toEpochMilli());
        samples.set("offsetMilliseconds", OBJECTS.valueToTree(offsets));
        samples.set(
                "beatsPerMinute",
                OBJECTS.valueToTree(Collections.nCopies(offsets.size(), workout.beatsPerMinute())));
        return samples;
    }
}
